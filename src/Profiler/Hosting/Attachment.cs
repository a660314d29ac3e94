using HogTrace.Profiler.Com;
using HogTrace.Profiler.Probing;

namespace HogTrace.Profiler.Hosting;

/// <summary>The profiler in its runtime.</summary>
internal sealed class Attachment
{
    // JIT_COMPILATION is for what it makes the runtime do, its callback does nothing: without it requests get lost
    // (dotnet/runtime#87418). Loads of modules aren't asked for: the agent knows the modules, and what can be unloaded
    // isn't armed. Not asked for either: disabling of precompiled code or of inlining, which would slow all code down.
    private const uint Events = ProfilerInfo.EnableReJit | ProfilerInfo.MonitorJitCompilation;

    private readonly ProfilerInfo _info;
    private readonly Failures _failures = new();

    private Attachment(ProfilerInfo info)
    {
        _info = info;
        Table = new ProbeTable(Counters, _failures);
        Prober = new Prober(info, Table, _failures, Counters);
        Worker = new Worker(Prober.RevertLate);
    }

    public Counters Counters { get; } = new();

    public ProbeTable Table { get; }

    /// <summary>For <see cref="Worker"/>'s thread only.</summary>
    public Prober Prober { get; }

    public Failures Failures => _failures;

    public Worker Worker { get; }

    /// <returns>An HRESULT.</returns>
    public static int Create(ComObject runtime, out Attachment? attachment)
    {
        attachment = null;
        if (HResult.Failed(runtime.Query(InterfaceIds.ProfilerInfo10, out var found)))
            return HResult.CancelActivation;
        var info = new ProfilerInfo(found);
        int result = info.SetEventMask(Events);
        if (!HResult.Failed(result))
            attachment = new Attachment(info);
        return result;
    }

    /// <summary>The runtime is about to compile a method anew, and asks what of.</summary>
    public int Supply(MethodKey key, FunctionControl control)
    {
        int result = Table.Supply(key, control, out bool isLate);
        if (isLate)
            Worker.TidySoon();
        return result;
    }

    /// <summary>A compilation of a method anew is over.</summary>
    public void Compiled(nint functionId, int result)
    {
        Counters.CountCompiled();
        if (HResult.Failed(result) && !HResult.Failed(_info.Identify(functionId, out var key)))
            Table.Fail(key, result);
    }
}
