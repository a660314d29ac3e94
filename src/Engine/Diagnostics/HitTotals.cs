namespace HogTrace.Diagnostics;

/// <summary>Hits of installed probes, summed over probes.</summary>
/// <param name="Hits">All hits.</param>
/// <param name="Fired">Those whose body ran to its end.</param>
/// <param name="Captures">Events captured.</param>
internal readonly record struct HitTotals(long Hits, long Fired, long Captures)
{
    public static HitTotals Of(ProbeStatistics statistics) => new(statistics.Hits, statistics.Fired, statistics.Captures);

    /// <summary>The greater of each.</summary>
    public static HitTotals Max(HitTotals a, HitTotals b) =>
        new(Math.Max(a.Hits, b.Hits), Math.Max(a.Fired, b.Fired), Math.Max(a.Captures, b.Captures));

    public static HitTotals operator +(HitTotals a, HitTotals b) =>
        new(a.Hits + b.Hits, a.Fired + b.Fired, a.Captures + b.Captures);
}
