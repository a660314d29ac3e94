using System.Runtime.CompilerServices;
using HogTrace.Execution;
using HogTrace.IlBackend;
using HogTrace.Installing;

namespace HogTrace;

/// <summary>A probe site in a method of no arguments.</summary>
public sealed class BareProbeSite : ProbeSite
{
    internal BareProbeSite(string name, string[] parameters)
        : base(name, parameters, TypesOf<NoArguments>())
    {
    }

    // What a hit calls; null while nothing is installed.
    private SiteCode? _code;

    /// <summary>Goes first in the method; with no probe installed it is one check.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ProbeCall<NoArguments> Enter()
    {
        if (_code is { } code)
        {
            code();
            if (Exits is { } exits)
                return new ProbeCall<NoArguments>(exits, default, Calls.Start(exits));
        }

        return default;
    }

    internal override void Publish(SiteProbes? probes)
    {
        base.Publish(probes);
        _code = probes is null ? null : EnterProbed;
    }

    private SiteOutcome EnterProbed()
    {
        if (Installed is not { } probes)
            return SiteOutcome.Done;
        foreach (var probe in probes.Entry)
            Run(probe);
        return SiteOutcome.Done;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Run(InstalledProbe probe)
    {
        if (probe.RegisterCount > SmallRegisters.Count)
        {
            Calls.EnterLarge(probe, new NoArguments());
            return;
        }

        Unsafe.SkipInit(out SmallRegisters registers);
        probe.Run(ref registers.First);
    }
}
