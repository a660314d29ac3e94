namespace HogTrace.Cli.Frames;

/// <summary>What became of one probe in a replay.</summary>
internal sealed class ProbeTally
{
    /// <summary>Frames that it stands at; all below but the captures add up to them.</summary>
    public long Hits { get; set; }

    public long SampledOut { get; set; }

    public long PredicateFalse { get; set; }

    public long Fired { get; set; }

    public long Faulted { get; set; }

    public long Captures { get; set; }
}
