using System.Diagnostics;
using HogTrace.Diagnostics;

namespace HogTrace.Cli.Frames;

/// <summary>What became of one probe in a replay.</summary>
internal sealed class ProbeTally
{
    /// <summary>Frames that it stands at; all below but the captures add up to them.</summary>
    public long Hits { get; set; }

    public long SampledOut { get; set; }

    public long PredicateFalse { get; set; }

    public long Fired { get; set; }

    public FaultKindCounter Faults { get; } = new();

    public long Captures { get; set; }

    /// <summary>What all runs took, of the clock of <see cref="Stopwatch"/>.</summary>
    public long Ticks { get; set; }

    /// <summary>Nanoseconds that a run took in the mean; null when there was none.</summary>
    public double? NanosecondsPerRun =>
        Hits > SampledOut ? Stopwatch.GetElapsedTime(0, Ticks).TotalNanoseconds / (Hits - SampledOut) : null;
}
