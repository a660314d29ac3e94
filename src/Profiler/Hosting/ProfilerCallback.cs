using System.Runtime.InteropServices;
using HogTrace.Profiler.Com;
using HogTrace.Profiler.Probing;

namespace HogTrace.Profiler.Hosting;

/// <summary>What the runtime calls: ICorProfilerCallback11, of which few methods do something. Nothing is thrown out of it.</summary>
internal static unsafe class ProfilerCallback
{
    private static readonly nint s_callback = Create();

    /// <summary>The callback by one of its interfaces.</summary>
    public static int Query(Guid* id, nint* found) =>
        NativeObject.Query(s_callback, id, found, InterfaceIds.ProfilerCallbacks);

    private static nint Create()
    {
        var callback = NativeObject.Create(Slot.Callback.Count, out var table);
        table[Slot.Unknown.QueryInterface] = (nint)(delegate* unmanaged<nint, Guid*, nint*, int>)&QueryInterface;
        table[Slot.Callback.Initialize] = (nint)(delegate* unmanaged<nint, nint, int>)&Initialize;
        table[Slot.Callback.Shutdown] = (nint)(delegate* unmanaged<nint, int>)&Shutdown;
        table[Slot.Callback.InitializeForAttach] = (nint)(delegate* unmanaged<nint, nint, byte*, uint, int>)&InitializeForAttach;
        table[Slot.Callback.ProfilerAttachComplete] = (nint)(delegate* unmanaged<nint, int>)&ProfilerAttachComplete;
        table[Slot.Callback.GetReJitParameters] = (nint)(delegate* unmanaged<nint, nint, int, nint, int>)&GetReJitParameters;
        table[Slot.Callback.ReJitCompilationFinished] = (nint)(delegate* unmanaged<nint, nint, nint, int, int, int>)&ReJitCompilationFinished;
        table[Slot.Callback.ReJitError] = (nint)(delegate* unmanaged<nint, nint, int, nint, int, int>)&ReJitError;
        return (nint)callback;
    }

    [UnmanagedCallersOnly]
    private static int QueryInterface(nint self, Guid* id, nint* found)
    {
        try
        {
            return Query(id, found);
        }
        catch (Exception)
        {
            return HResult.Fail;
        }
    }

    [UnmanagedCallersOnly]
    private static int Initialize(nint self, nint runtime)
    {
        int result = Begin(runtime);
        ProfilerState.Enter(HResult.Failed(result) ? result : ProfilerState.LoadedAtStart);
        return result;
    }

    // Requests are refused until the attach is complete.
    [UnmanagedCallersOnly]
    private static int InitializeForAttach(nint self, nint runtime, byte* data, uint length)
    {
        int result = Begin(runtime);
        if (HResult.Failed(result))
            ProfilerState.Enter(result);
        return result;
    }

    [UnmanagedCallersOnly]
    private static int ProfilerAttachComplete(nint self)
    {
        ProfilerState.Enter(ProfilerState.Attached);
        return HResult.Ok;
    }

    // The process ends, and the runtime must not be called any more. A request that comes just now may still do so, as
    // the agent may ask at any time; what it finds then is a process that is going.
    [UnmanagedCallersOnly]
    private static int Shutdown(nint self)
    {
        ProfilerState.Enter(ProfilerState.NotLoaded);
        return HResult.Ok;
    }

    private static int Begin(nint runtime)
    {
        try
        {
            Warmup.Run();
            int result = Attachment.Create(new ComObject(runtime), out var attachment);
            if (attachment is not null)
                ProfilerState.Initialize(attachment);
            return result;
        }
        catch (Exception)
        {
            return HResult.Fail;
        }
    }

    // A failure is harmless: the runtime then compiles the original body.
    [UnmanagedCallersOnly]
    private static int GetReJitParameters(nint self, nint module, int token, nint control)
    {
        try
        {
            return ProfilerState.Attachment is { } attachment
                ? attachment.Supply(new MethodKey(module, token), new FunctionControl(new ComObject(control)))
                : HResult.Ok;
        }
        catch (Exception)
        {
            return HResult.Fail;
        }
    }

    [UnmanagedCallersOnly]
    private static int ReJitCompilationFinished(nint self, nint functionId, nint reJitId, int status, int isSafeToBlock)
    {
        try
        {
            ProfilerState.Attachment?.Compiled(functionId, status);
            return HResult.Ok;
        }
        catch (Exception)
        {
            return HResult.Fail;
        }
    }

    [UnmanagedCallersOnly]
    private static int ReJitError(nint self, nint module, int token, nint functionId, int status)
    {
        try
        {
            ProfilerState.Attachment?.Table.Fail(new MethodKey(module, token), status);
            return HResult.Ok;
        }
        catch (Exception)
        {
            return HResult.Fail;
        }
    }
}
