using System.Diagnostics;
using System.Runtime.CompilerServices;
using HogTrace.Execution;
using HogTrace.IlBackend;
using HogTrace.Installing;
using HogTrace.Runtime;

namespace HogTrace;

/// <summary>A probe site in a method of eight arguments.</summary>
[Arities(WithNone = true)]
public sealed class ProbeSite<T0, T1, T2, T3, T4, T5, T6, T7> : ProbeSite
{
    internal ProbeSite(string name, string[] parameters)
        : base(name, parameters, TypesOf<Arguments<T0, T1, T2, T3, T4, T5, T6, T7>>())
    {
    }

    internal ProbeSite(FrameShape shape)
        : base(shape, TypesOf<Arguments<T0, T1, T2, T3, T4, T5, T6, T7>>())
    {
    }

    // What a hit calls; null while nothing is installed.
    private SiteCode<T0, T1, T2, T3, T4, T5, T6, T7>? _code;

    // The code of the only entry probe, where exit probes stand here too.
    private SiteCode<T0, T1, T2, T3, T4, T5, T6, T7>? _only;

    /// <summary>Goes first in the method; with no probe installed it is one check.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ProbeCall<Arguments<T0, T1, T2, T3, T4, T5, T6, T7>> Enter(T0 arg0, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7)
    {
        // The call is made of the arguments here, where its fields need no memory; only a reference is returned to it.
        if (_code is { } code)
        {
            var outcome = code(arg0, arg1, arg2, arg3, arg4, arg5, arg6, arg7);
            if (outcome != SiteOutcome.Done
                && (outcome == SiteOutcome.Exits ? Exits : Continue(outcome, arg0, arg1, arg2, arg3, arg4, arg5, arg6, arg7)) is { } exits)
                return new ProbeCall<Arguments<T0, T1, T2, T3, T4, T5, T6, T7>>(exits, new Arguments<T0, T1, T2, T3, T4, T5, T6, T7>(arg0, arg1, arg2, arg3, arg4, arg5, arg6, arg7), Calls.Start(exits));
        }

        return default;
    }

    internal override void Publish(SiteProbes? probes)
    {
        base.Publish(probes);
        _only = (SiteCode<T0, T1, T2, T3, T4, T5, T6, T7>?)probes?.OnlyCode;
        _code = probes is null ? null
            : _only is { } only ? probes.Exit.Length == 0 ? only : EnterOnly
            : probes.HasCompiled ? EnterProbed
            : probes.Entry.Length > 0 ? EnterInterpreted
            : EnterUnprobed;
    }

    // A hit may find other probes than those that its code was chosen for, or none; each then decides for itself.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private SiteProbes? Continue(SiteOutcome outcome, T0 arg0, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7)
    {
        foreach (var probe in Installed?.Entry ?? [])
        {
            if (probe.IsLeft(outcome))
                Run(probe, outcome, arg0, arg1, arg2, arg3, arg4, arg5, arg6, arg7);
        }

        return Exits;
    }

    // Written out for each number of arguments: through a generic interface, code that reference types share would
    // look its types up on every call. Registers are cleared where a method begins, so that only the methods that
    // need them have them.
    private SiteOutcome EnterProbed(T0 arg0, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7)
    {
        foreach (var probe in Installed?.Entry ?? [])
        {
            // Code is compiled for this site, so its delegate's type needs no check.
            if (probe.Compiled is not { } compiled || !probe.IsActive)
                Run(probe, SiteOutcome.NeedsContext, arg0, arg1, arg2, arg3, arg4, arg5, arg6, arg7);
            else if (Unsafe.As<SiteCode<T0, T1, T2, T3, T4, T5, T6, T7>>(compiled)(arg0, arg1, arg2, arg3, arg4, arg5, arg6, arg7) is not SiteOutcome.Done and var outcome && probe.IsLeft(outcome))
                Run(probe, outcome, arg0, arg1, arg2, arg3, arg4, arg5, arg6, arg7);
        }

        return AfterEntry;
    }

    private SiteOutcome EnterInterpreted(T0 arg0, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7)
    {
        if (Installed is not { } probes)
            return AfterEntry;
        if (probes.EntryRegisters > SmallRegisters.Count)
            return EnterLarge(probes, arg0, arg1, arg2, arg3, arg4, arg5, arg6, arg7);
        Unsafe.SkipInit(out SmallRegisters registers);
        Store(ref registers.First, probes.EntryInputs, arg0, arg1, arg2, arg3, arg4, arg5, arg6, arg7);
        InstalledProbe.RunAll(probes.Entry, ref registers.First);
        return AfterEntry;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private SiteOutcome EnterLarge(SiteProbes probes, T0 arg0, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7)
    {
        foreach (var probe in probes.Entry)
            Calls.EnterLarge(probe, new Arguments<T0, T1, T2, T3, T4, T5, T6, T7>(arg0, arg1, arg2, arg3, arg4, arg5, arg6, arg7));
        return AfterEntry;
    }

    private SiteOutcome EnterUnprobed(T0 arg0, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7) => AfterEntry;

    private SiteOutcome EnterOnly(T0 arg0, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7) =>
        _only is { } only && only(arg0, arg1, arg2, arg3, arg4, arg5, arg6, arg7) is not SiteOutcome.Done and var outcome ? outcome : AfterEntry;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Run(InstalledProbe probe, SiteOutcome outcome, T0 arg0, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7)
    {
        if (probe.Compiled is { } compiled && TryCompiledAgain(probe, outcome, Unsafe.As<SiteCode<T0, T1, T2, T3, T4, T5, T6, T7>>(compiled), arg0, arg1, arg2, arg3, arg4, arg5, arg6, arg7))
            return;
        if (probe.RegisterCount > SmallRegisters.Count)
        {
            Calls.EnterLarge(probe, new Arguments<T0, T1, T2, T3, T4, T5, T6, T7>(arg0, arg1, arg2, arg3, arg4, arg5, arg6, arg7));
            return;
        }

        Unsafe.SkipInit(out SmallRegisters registers);
        Store(ref registers.First, probe.Inputs, arg0, arg1, arg2, arg3, arg4, arg5, arg6, arg7);
        probe.Run(ref registers.First);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Store(ref Value first, ulong inputs, T0 arg0, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7)
    {
        if ((inputs & 1) != 0)
            first = Value.From(arg0, (Plain & 1) != 0);
        if ((inputs & 2) != 0)
            Unsafe.Add(ref first, 1) = Value.From(arg1, (Plain & 2) != 0);
        if ((inputs & 4) != 0)
            Unsafe.Add(ref first, 2) = Value.From(arg2, (Plain & 4) != 0);
        if ((inputs & 8) != 0)
            Unsafe.Add(ref first, 3) = Value.From(arg3, (Plain & 8) != 0);
        if ((inputs & 16) != 0)
            Unsafe.Add(ref first, 4) = Value.From(arg4, (Plain & 16) != 0);
        if ((inputs & 32) != 0)
            Unsafe.Add(ref first, 5) = Value.From(arg5, (Plain & 32) != 0);
        if ((inputs & 64) != 0)
            Unsafe.Add(ref first, 6) = Value.From(arg6, (Plain & 64) != 0);
        if ((inputs & 128) != 0)
            Unsafe.Add(ref first, 7) = Value.From(arg7, (Plain & 128) != 0);
    }

    // Whether nothing is left of a hit that compiled code has left.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryCompiledAgain(InstalledProbe probe, SiteOutcome outcome, SiteCode<T0, T1, T2, T3, T4, T5, T6, T7> compiled, T0 arg0, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7)
    {
        if (probe.HasAnswered(outcome, SiteOutcome.Fires) && probe.CompiledBody is { } body && !ReferenceEquals(body, compiled))
        {
            compiled = Unsafe.As<SiteCode<T0, T1, T2, T3, T4, T5, T6, T7>>(body);
            if (compiled(arg0, arg1, arg2, arg3, arg4, arg5, arg6, arg7) == SiteOutcome.Done)
                return true;
        }
        else if (probe.TryBeginMeasurement())
        {
            Measure(probe, compiled, arg0, arg1, arg2, arg3, arg4, arg5, arg6, arg7);
        }

        return ReferenceEquals(probe.CompiledBody, compiled) && probe.TryBeginTimedHit(out int hits) && Time(probe, hits, compiled, arg0, arg1, arg2, arg3, arg4, arg5, arg6, arg7);
    }

    // This one and the next are optimised at once: they run too seldom to become so, and would measure themselves.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static bool Time(InstalledProbe probe, int hits, SiteCode<T0, T1, T2, T3, T4, T5, T6, T7> compiled, T0 arg0, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7)
    {
        long before = Stopwatch.GetTimestamp();
        long started = Stopwatch.GetTimestamp();
        return probe.EndTimedHit(compiled(arg0, arg1, arg2, arg3, arg4, arg5, arg6, arg7), hits, before, started);
    }

    // The first call warms up.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Measure(InstalledProbe probe, SiteCode<T0, T1, T2, T3, T4, T5, T6, T7> compiled, T0 arg0, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7)
    {
        compiled(arg0, arg1, arg2, arg3, arg4, arg5, arg6, arg7);
        long started = Stopwatch.GetTimestamp();
        for (int i = 0; i < InstalledProbe.Repeats; i++)
            compiled(arg0, arg1, arg2, arg3, arg4, arg5, arg6, arg7);
        probe.EndMeasurement(started);
    }
}
