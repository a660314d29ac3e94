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

    /// <summary>Tells where the original instructions are in it, so that debuggers and stack traces find their lines; the runtime copies that.</summary>
    public int SetMap(ReadOnlySpan<CodeMapEntry> entries)
    {
        fixed (CodeMapEntry* start = entries)
        {
            return ((delegate* unmanaged<nint, uint, CodeMapEntry*, int>)control[Slot.FunctionControl.SetIlInstrumentedCodeMap])(
                control.Pointer, (uint)entries.Length, start);
        }
    }
}
