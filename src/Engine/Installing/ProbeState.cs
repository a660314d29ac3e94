using System.Diagnostics;
using HogTrace.Diagnostics;
using HogTrace.Runtime;

namespace HogTrace.Installing;

/// <summary>What an installation knows of one of its probes, over all sites: counters and circuit breaker. Thread safe.</summary>
internal sealed class ProbeState
{
    private readonly ProbeEngine _engine;
    private readonly FaultReports _reports;
    private long _predicateFalse;
    private long _sampledOut;
    private long _fired;
    private readonly CaptureCounts _counts = new();
    private readonly FaultKindCounter _faults = new();
    private string? _switchedOff;
    private int _faultsInARow;

    public ProbeState(ProbeEngine engine, HogTraceProbe probe)
    {
        _engine = engine;
        Probe = probe;
        Cpu = new CpuMeter(engine.Options.CpuShare);
        _reports = new FaultReports(engine.Options.FaultReportInterval);
        IsActive = true;
    }

    public HogTraceProbe Probe { get; }

    public CpuMeter Cpu { get; }

    /// <summary>What has been compiled for it.</summary>
    public CompilationCounts Compilations { get; } = new();

    /// <summary>Hits after which the probe's predicates are compiled.</summary>
    public int TierUpAfter => _engine.Options.TierUpAfter;

    /// <summary>False once it is uninstalled or switched off. Read without a fence: a run more does no harm.</summary>
    public bool IsActive { get; private set; }

    /// <summary>Why the probe was switched off; null while it was not.</summary>
    public string? SwitchedOff => _switchedOff;

    // Not interlocked: at millions of hits a second the bus lock would cost more than the predicate. Threads that hit
    // the probe at the same instant can lose each other's count, so these two are lower bounds; what fired, faulted
    // and was captured is exact.
    public void CountPredicateFalse(int hits)
    {
        _predicateFalse += hits;
        EndFaultsInARow();
    }

    /// <summary>A run without a fault went by.</summary>
    public void EndFaultsInARow()
    {
        if (_faultsInARow != 0)
            _faultsInARow = 0;
    }

    public void CountSampledOut() => _sampledOut++;

    public ProbeStatistics StatisticsWith(long quickHits)
    {
        var (hits, captures) = _engine.Events.Count(_counts);
        return new ProbeStatistics(
            Volatile.Read(ref _predicateFalse) + quickHits,
            Volatile.Read(ref _sampledOut),
            Interlocked.Read(ref _fired) + hits,
            _faults.Total,
            captures,
            SwitchedOff)
        {
            FaultsByKind = _faults.Counts,
            Compilations = Compilations.Compiled,
            FormsGivenUp = Compilations.GivenUp,
            CompileTime = Compilations.Time,
            RunTime = Cpu.Total,
        };
    }

    /// <summary>Where the probe's captures at a site come from.</summary>
    public CaptureOrigin OriginAt(ProbeSite site) => new(_engine, Probe, site.Name, _counts);

    public void Deactivate() => IsActive = false;

    public void Measured(long ticks)
    {
        if (Cpu.Add(ticks, Stopwatch.GetTimestamp()) is { } reason)
            SwitchOff(reason);
    }

    public void MeasuredQuick(int runs, double ticks)
    {
        if (Cpu.AddQuick(runs, ticks, Stopwatch.GetTimestamp()) is { } reason)
            SwitchOff(reason);
    }

    public void MeasuredCaptures(int runs, double ticks)
    {
        if (Cpu.AddCaptures(runs, ticks, Stopwatch.GetTimestamp()) is { } reason)
            SwitchOff(reason);
    }

    /// <summary>Counts a run that fired or faulted; what it captured is sent and counts by itself.</summary>
    public void Complete(CaptureOrigin origin, RunOutcome outcome, ref RunContext run)
    {
        if (outcome == RunOutcome.Faulted)
        {
            CountFault(origin, ref run);
            return;
        }

        Interlocked.Increment(ref _fired);
        EndFaultsInARow();
    }

    private void CountFault(CaptureOrigin origin, ref RunContext run)
    {
        _faults.Add(run.Fault);
        ProcessCounts.Faults.Add(run.Fault);
        if (_reports.TryReport(run.Fault, out long unreported))
        {
            var (line, column) = Probe.PositionOf(run.FaultInstruction, run.FaultInPredicate);
            var fault = new ProbeFault(run.Fault, line, column, run.FaultMessage ?? "");
            origin.Send(FaultEvent.Create(origin, fault, unreported));
        }

        if (Interlocked.Increment(ref _faultsInARow) >= _engine.Options.FaultsInARow)
            SwitchOff($"it faulted {_engine.Options.FaultsInARow} times in a row, last with {run.Fault}: {run.FaultMessage}");
    }

    private void SwitchOff(string reason)
    {
        // Of the threads that find a reason at once, one switches off.
        if (IsActive && Interlocked.CompareExchange(ref _switchedOff, reason, null) is null)
        {
            IsActive = false;
            ProcessCounts.AddSwitchedOff();
            EngineEvents.SwitchedOff(Probe, reason);
            // Compiled code doesn't ask. Elsewhere, because a hit must not wait for the registry's lock.
            ThreadPool.UnsafeQueueUserWorkItem(SiteRegistry.Renew, this, preferLocal: false);
        }
    }
}
