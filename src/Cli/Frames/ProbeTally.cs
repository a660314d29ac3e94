using System.Diagnostics;
using HogTrace.Diagnostics;

namespace HogTrace.Cli.Frames;

/// <summary>What became of one probe in a replay.</summary>
internal sealed class ProbeTally
{
    private long _runs;
    private long _ticks;

    /// <summary>Frames that it stands at; all below but the captures add up to them.</summary>
    public long Hits { get; set; }

    public long SampledOut { get; set; }

    public long PredicateFalse { get; set; }

    public long Fired { get; set; }

    public FaultKindCounter Faults { get; } = new();

    public long Captures { get; set; }

    /// <summary>
    /// Nanoseconds that a run took in the mean; null when there was one at most. The first is left out: the probe is
    /// translated then, and may be compiled.
    /// </summary>
    public double? NanosecondsPerRun => _runs > 1 ? Stopwatch.GetElapsedTime(0, _ticks).TotalNanoseconds / (_runs - 1) : null;

    /// <summary>A run took so long, of the clock of <see cref="Stopwatch"/>.</summary>
    public void AddRun(long ticks)
    {
        if (_runs++ > 0)
            _ticks += ticks;
    }
}
