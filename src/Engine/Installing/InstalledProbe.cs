using System.Runtime.CompilerServices;
using HogTrace.Bytecode;
using HogTrace.Execution;
using HogTrace.Runtime;

namespace HogTrace.Installing;

/// <summary>A probe at a site, as one engine runs it.</summary>
internal sealed class InstalledProbe
{
    private readonly RunHost _host;
    private readonly ProbeState _state;
    private readonly double _sampling;

    public InstalledProbe(ProbeSite site, ProbeForm form, ProbeState state, RunHost host)
    {
        Site = site;
        Form = form;
        _state = state;
        _host = host;
        _sampling = state.Probe.Sampling;
        ReadsDuration = (form.Inputs >> site.ShapeAt(ProbePoint.Exit).DurationSlot & 1) != 0 && Point == ProbePoint.Exit;
    }

    public ProbeSite Site { get; }

    public ProbeForm Form { get; }

    public ProbePoint Point => _state.Probe.Point;

    public bool ReadsDuration { get; }

    /// <summary>The probe's site has been hit; the registers hold the inputs that the probe reads. Never throws.</summary>
    public void Hit(ref Value registers)
    {
        var state = _state;
        if (!state.IsActive)
            return;
        if (_sampling < 1.0 && !IsSampledIn(state))
            return;
        bool isMeasured = state.Cpu.IsDue();
        long started = isMeasured ? System.Diagnostics.Stopwatch.GetTimestamp() : 0;
        var run = new RunContext(_host);
        var outcome = SafeRun.Run(Form.Code, ref registers, ref run);
        if (outcome == RunOutcome.PredicateFalse)
            state.CountPredicateFalse();
        else
            Complete(outcome, ref run);
        run.End();
        if (isMeasured)
            state.Measured(System.Diagnostics.Stopwatch.GetTimestamp() - started);
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
