namespace HogTrace.Bench.Paired;

/// <summary>Holds the results against the bars.</summary>
internal static class Gate
{
    /// <summary>Whether all bars are cleared. A bar that wasn't measured is missed, unless only a part was asked for.</summary>
    public static bool IsPassed(Summary summary) =>
        Bars.All.All(bar => bar.IsClearedBy(summary.Over(bar.Figure)) ?? summary.Results.IsPart);

    /// <summary>Each bar with its figure; those that weren't measured only when all should have been.</summary>
    public static Table ToTable(Summary summary)
    {
        var table = new Table("bar", "figure", "allowed", "verdict");
        foreach (var bar in Bars.All)
        {
            var figure = summary.Over(bar.Figure);
            if (figure is null && summary.Results.IsPart)
                continue;
            table.Add(
                bar.What,
                figure is { } spread ? Table.WithRange(spread) : "–",
                $"{(bar.IsFloor ? "≥" : "≤")} {Table.Number(bar.Limit)}",
                bar.IsClearedBy(figure) switch { true => "clears", false => "misses", null => "not measured" });
        }

        return table;
    }
}
