using System.Diagnostics;
using System.Runtime.CompilerServices;
using HogTrace.Bytecode;
using HogTrace.Execution;
using HogTrace.Interpreter;
using HogTrace.Runtime;

namespace HogTrace.Installing;

/// <summary>A probe at a site, as one engine runs it.</summary>
internal sealed class InstalledProbe
{
    private readonly RunHost _host;
    private readonly ProbeState _state;
    private readonly double _sampling;
    private readonly InterpretedProbe _code;

    public InstalledProbe(ProbeSite site, ProbeForm form, ProbeState state, RunHost host)
    {
        Site = site;
        Form = form;
        _state = state;
        _host = host;
        _code = form.Code;
        _sampling = state.Probe.Sampling;
        ReadsDuration = (form.Inputs >> site.ShapeAt(ProbePoint.Exit).DurationSlot & 1) != 0 && Point == ProbePoint.Exit;
    }

    public ProbeSite Site { get; }

    public ProbeForm Form { get; }

    public ProbePoint Point => _state.Probe.Point;

    public bool ReadsDuration { get; }

    /// <summary>
    /// Runs the probes of a site that has been hit, over registers that hold the inputs that they read. Never throws:
    /// an exception of a tier is a bug of ours, and not the host's to bear.
    /// </summary>
    public static void RunAll(InstalledProbe[] probes, ref Value registers)
    {
        RunContext run = default;
        int index = 0;
        while (index < probes.Length)
        {
            try
            {
                for (; index < probes.Length; index++)
                {
                    if (index > 0)
                        run = default;
                    probes[index].Hit(ref registers, ref run);
                }
            }
#pragma warning disable CA1031 // A probe never throws into its host, whatever happens.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                probes[index++].Crash(exception, ref run);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Hit(ref Value registers, ref RunContext run)
    {
        var state = _state;
        if (!state.IsActive || (_sampling < 1.0 && !IsSampledIn(state)))
            return;
        if (state.Cpu.IsDue())
        {
            HitMeasured(ref registers, ref run);
            return;
        }

        run.Begin(_host);
        var outcome = _code.Run(ref registers, ref run);
        if (outcome == RunOutcome.PredicateFalse)
            state.CountPredicateFalse();
        else
            Complete(outcome, ref run);
        run.End();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void HitMeasured(ref Value registers, ref RunContext run)
    {
        long started = Stopwatch.GetTimestamp();
        run.Begin(_host);
        var outcome = _code.Run(ref registers, ref run);
        if (outcome == RunOutcome.PredicateFalse)
            _state.CountPredicateFalse();
        else
            Complete(outcome, ref run);
        run.End();
        _state.Measured(Stopwatch.GetTimestamp() - started);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Crash(Exception exception, ref RunContext run)
    {
        run.Fail(FaultKind.HostException, $"the run failed with {exception.GetType().Name}: {exception.Message}");
        Complete(RunOutcome.Faulted, ref run);
        run.End();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool IsSampledIn(ProbeState state)
    {
        var store = _host.CurrentStore;
        // One number a request decides for all its probes, so that they are kept or dropped together.
        double point = store.SamplePoint ?? Random.Shared.NextDouble();
        if (point < _sampling)
            return true;
        state.CountSampledOut();
        return false;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Complete(RunOutcome outcome, ref RunContext run)
    {
        // Host code that a probe called came by here: what it does is the tracer's doing, not the program's.
        if (run.IsNested)
            return;
        _state.Complete(Site, outcome, ref run);
    }
}
