using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using HogTrace.Execution;
using HogTrace.IlBackend;
using HogTrace.Installing;
using HogTrace.Runtime;

namespace HogTrace;

/// <summary>A probe site in a method of three arguments.</summary>
public sealed class ProbeSite<T0, T1, T2> : ProbeSite
{
    internal ProbeSite(string name, string[] parameters)
        : base(name, parameters, TypesOf<Arguments<T0, T1, T2>>())
    {
    }

    // What a hit calls; null while nothing is installed. It says whether exit probes wait for the end of the call.
    private SiteCode<T0, T1, T2>? _code;

    /// <summary>Goes first in the method; with no probe installed it is one check.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ProbeCall<Arguments<T0, T1, T2>> Enter(T0 arg0, T1 arg1, T2 arg2) =>
        _code is { } code && code(arg0, arg1, arg2) ? Begin(arg0, arg1, arg2) : default;

    internal override MethodInfo SettleMethod => ((Func<InstalledProbe, CompiledOutcome, T0, T1, T2, bool>)Settle).Method;

    internal override void Publish(SiteProbes? probes)
    {
        base.Publish(probes);
        _code = probes is null ? null
            : probes.OnlyCode is { } code ? (SiteCode<T0, T1, T2>)code
            : probes.HasCompiled ? EnterProbed
            : EnterInterpreted;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ProbeCall<Arguments<T0, T1, T2>> Begin(T0 arg0, T1 arg1, T2 arg2) =>
        Installed is { } probes ? Calls.Begin(probes, new Arguments<T0, T1, T2>(arg0, arg1, arg2)) : default;

    // Written out for each number of arguments: through a generic interface, code that reference types share would
    // look its types up on every call. Registers are cleared where a method begins, so that only the methods that
    // need them have them. A hit may find other probes than those that its code was chosen for, or none.
    private bool EnterProbed(T0 arg0, T1 arg1, T2 arg2)
    {
        if (Installed is not { } probes)
            return false;
        foreach (var probe in probes.Entry)
        {
            // Code is compiled for this site, so its delegate's type needs no check.
            if (probe.Compiled is { } compiled)
                Unsafe.As<SiteCode<T0, T1, T2>>(compiled)(arg0, arg1, arg2);
            else
                Run(probe, arg0, arg1, arg2);
        }

        return probes.Exit.Length > 0;
    }

    private bool EnterInterpreted(T0 arg0, T1 arg1, T2 arg2)
    {
        if (Installed is not { } probes)
            return false;
        if (probes.EntryRegisters > SmallRegisters.Count)
            return EnterLarge(probes, arg0, arg1, arg2);
        Unsafe.SkipInit(out SmallRegisters registers);
        Store(ref registers.First, probes.EntryInputs, arg0, arg1, arg2);
        InstalledProbe.RunAll(probes.Entry, ref registers.First);
        return probes.Exit.Length > 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool EnterLarge(SiteProbes probes, T0 arg0, T1 arg1, T2 arg2)
    {
        foreach (var probe in probes.Entry)
            Calls.EnterLarge(probe, new Arguments<T0, T1, T2>(arg0, arg1, arg2));
        return probes.Exit.Length > 0;
    }

    // What compiled code leaves: a predicate that is true or that a guard kept from being decided, or a hit that is to
    // be measured.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool Settle(InstalledProbe probe, CompiledOutcome outcome, T0 arg0, T1 arg1, T2 arg2)
    {
        if (probe.IsLeft(outcome))
            Run(probe, arg0, arg1, arg2);
        return false;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Run(InstalledProbe probe, T0 arg0, T1 arg1, T2 arg2)
    {
        if (probe.Compiled is { } compiled && probe.TryBeginMeasurement())
            Measure(probe, Unsafe.As<SiteCode<T0, T1, T2>>(compiled), arg0, arg1, arg2);
        if (probe.RegisterCount > SmallRegisters.Count)
        {
            Calls.EnterLarge(probe, new Arguments<T0, T1, T2>(arg0, arg1, arg2));
            return;
        }

        Unsafe.SkipInit(out SmallRegisters registers);
        Store(ref registers.First, probe.Inputs, arg0, arg1, arg2);
        probe.Run(ref registers.First);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Store(ref Value first, ulong inputs, T0 arg0, T1 arg1, T2 arg2)
    {
        if ((inputs & 1) != 0)
            first = Value.From(arg0);
        if ((inputs & 2) != 0)
            Unsafe.Add(ref first, 1) = Value.From(arg1);
        if ((inputs & 4) != 0)
            Unsafe.Add(ref first, 2) = Value.From(arg2);
    }

    // Optimised at once: it runs too seldom to become so, and would measure itself. The first call warms up.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Measure(InstalledProbe probe, SiteCode<T0, T1, T2> compiled, T0 arg0, T1 arg1, T2 arg2)
    {
        compiled(arg0, arg1, arg2);
        long started = Stopwatch.GetTimestamp();
        for (int i = 0; i < InstalledProbe.Repeats; i++)
            compiled(arg0, arg1, arg2);
        probe.EndMeasurement(started);
    }
}
