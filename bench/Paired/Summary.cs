namespace HogTrace.Bench.Paired;

/// <summary>All launches taken together.</summary>
internal sealed class Summary(Results results)
{
    public Results Results => results;

    public IReadOnlyList<LaunchFigures> Launches => results.Launches;

    /// <summary>The cases, with the figures of the first launch.</summary>
    public IReadOnlyList<CaseFigures> Cases => Launches[0].Cases;

    /// <summary>Null when one launch or another hasn't the figure.</summary>
    public Spread? Over(Func<LaunchFigures, double?> figure)
    {
        double?[] all = [.. Launches.Select(figure)];
        return all.Contains(null) ? null : Statistics.Over(all.Select(value => value!.Value));
    }

    /// <summary>A figure of one variant of a case.</summary>
    public Spread? Over(string id, Variant variant, Func<VariantFigures, double> figure) =>
        Over(launch => launch.Find(id, variant) is { } figures ? figure(figures) : null);

    /// <summary>How many times as long as the hand-written form a variant of a case takes.</summary>
    public Spread? Ratio(string id, Variant variant) => Over(id, variant, figures => figures.Ratio);
}
