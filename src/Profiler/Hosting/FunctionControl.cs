using HogTrace.Profiler.Com;

namespace HogTrace.Profiler.Hosting;

/// <summary>What a method's next code is made of: ICorProfilerFunctionControl.</summary>
internal readonly unsafe struct FunctionControl(ComObject control)
{
    /// <summary>Gives the method another body, which the runtime copies.</summary>
    public int SetBody(ReadOnlySpan<byte> body)
    {
        fixed (byte* start = body)
        {
            return ((delegate* unmanaged<nint, uint, byte*, int>)control[Slot.FunctionControl.SetIlFunctionBody])(
                control.Pointer, (uint)body.Length, start);
        }
    }
}
