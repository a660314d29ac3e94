using System.Diagnostics;
using System.Runtime.CompilerServices;
using HogTrace.Execution;
using HogTrace.IlBackend;
using HogTrace.Installing;
using HogTrace.Runtime;

namespace HogTrace;

/// <summary>A probe site in a method of no arguments.</summary>
public sealed class BareProbeSite : ProbeSite
{
    internal BareProbeSite(string name, string[] parameters)
        : base(name, parameters, TypesOf<NoArguments>())
    {
    }

    internal BareProbeSite(FrameShape shape)
        : base(shape, TypesOf<NoArguments>())
    {
    }

    // What a hit calls; null while nothing is installed.
    private SiteCode? _code;

    // The code of the only entry probe, where exit probes stand here too.
    private SiteCode? _only;

    /// <summary>Goes first in the method; with no probe installed it is one check.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ProbeCall<NoArguments> Enter()
    {
        // The call is made of the arguments here, where its fields need no memory; only a reference is returned to it.
        if (_code is { } code)
        {
            var outcome = code();
            if (outcome != SiteOutcome.Done
                && (outcome == SiteOutcome.Exits ? Exits : Continue(outcome)) is { } exits)
                return new ProbeCall<NoArguments>(exits, new NoArguments(), Calls.Start(exits));
        }

        return default;
    }

    internal override void Publish(SiteProbes? probes)
    {
        base.Publish(probes);
        _only = (SiteCode?)probes?.OnlyCode;
        _code = probes is null ? null
            : _only is { } only ? probes.Exit.Length == 0 ? only : EnterOnly
            : probes.HasCompiled ? EnterProbed
            : probes.Entry.Length > 0 ? EnterInterpreted
            : EnterUnprobed;
    }

    // A hit may find other probes than those that its code was chosen for, or none; each then decides for itself.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private SiteProbes? Continue(SiteOutcome outcome)
    {
        foreach (var probe in Installed?.Entry ?? [])
        {
            if (probe.IsLeft(outcome))
                Run(probe, outcome);
        }

        return Exits;
    }

    // Written out for each number of arguments: through a generic interface, code that reference types share would
    // look its types up on every call. Registers are cleared where a method begins, so that only the methods that
    // need them have them.
    private SiteOutcome EnterProbed()
    {
        foreach (var probe in Installed?.Entry ?? [])
        {
            // Code is compiled for this site, so its delegate's type needs no check.
            if (probe.Compiled is not { } compiled || !probe.IsActive)
                Run(probe, SiteOutcome.NeedsContext);
            else if (Unsafe.As<SiteCode>(compiled)() is not SiteOutcome.Done and var outcome && probe.IsLeft(outcome))
                Run(probe, outcome);
        }

        return AfterEntry;
    }

    private SiteOutcome EnterInterpreted()
    {
        if (Installed is not { } probes)
            return AfterEntry;
        if (probes.EntryRegisters > SmallRegisters.Count)
            return EnterLarge(probes);
        Unsafe.SkipInit(out SmallRegisters registers);
        InstalledProbe.RunAll(probes.Entry, ref registers.First);
        return AfterEntry;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private SiteOutcome EnterLarge(SiteProbes probes)
    {
        foreach (var probe in probes.Entry)
            Calls.EnterLarge(probe, new NoArguments());
        return AfterEntry;
    }

    private SiteOutcome EnterUnprobed() => AfterEntry;

    private SiteOutcome EnterOnly() =>
        _only is { } only && only() is not SiteOutcome.Done and var outcome ? outcome : AfterEntry;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Run(InstalledProbe probe, SiteOutcome outcome)
    {
        if (probe.Compiled is { } compiled && TryCompiledAgain(probe, outcome, Unsafe.As<SiteCode>(compiled)))
            return;
        if (probe.RegisterCount > SmallRegisters.Count)
        {
            Calls.EnterLarge(probe, new NoArguments());
            return;
        }

        Unsafe.SkipInit(out SmallRegisters registers);
        probe.Run(ref registers.First);
    }

    // Whether nothing is left of a hit that compiled code has left.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryCompiledAgain(InstalledProbe probe, SiteOutcome outcome, SiteCode compiled)
    {
        if (probe.HasAnswered(outcome, SiteOutcome.Fires) && probe.CompiledBody is { } body && !ReferenceEquals(body, compiled))
        {
            compiled = Unsafe.As<SiteCode>(body);
            if (compiled() == SiteOutcome.Done)
                return true;
        }
        else if (probe.TryBeginMeasurement())
        {
            Measure(probe, compiled);
        }

        return ReferenceEquals(probe.CompiledBody, compiled) && probe.TryBeginTimedHit(out int hits) && Time(probe, hits, compiled);
    }

    // This one and the next are optimised at once: they run too seldom to become so, and would measure themselves.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static bool Time(InstalledProbe probe, int hits, SiteCode compiled)
    {
        long before = Stopwatch.GetTimestamp();
        long started = Stopwatch.GetTimestamp();
        return probe.EndTimedHit(compiled(), hits, before, started);
    }

    // The first call warms up.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Measure(InstalledProbe probe, SiteCode compiled)
    {
        compiled();
        long started = Stopwatch.GetTimestamp();
        for (int i = 0; i < InstalledProbe.Repeats; i++)
            compiled();
        probe.EndMeasurement(started);
    }
}
