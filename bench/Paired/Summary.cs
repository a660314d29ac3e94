using HogTrace.Bench.Compiling;

namespace HogTrace.Bench.Paired;

/// <summary>All launches taken together.</summary>
internal sealed class Summary(IReadOnlyList<LaunchFigures> launches)
{
    public IReadOnlyList<LaunchFigures> Launches => launches;

    public IReadOnlyList<CaseSummary> Cases { get; } =
        [.. launches[0].Cases.Select((first, index) => Summarize(first, [.. launches.Select(launch => launch.Cases[index])]))];

    public bool HasCompile => launches[0].Compile is not null;

    /// <summary>A figure of compilation over the launches.</summary>
    public Spread Compile(Func<CompileFigures, double> figure) =>
        Statistics.Over(launches.Select(launch => figure(launch.Compile!)));

    private static CaseSummary Summarize(CaseFigures first, CaseFigures[] all) => new(
        first.Id,
        first.Title,
        Statistics.Over(all.Select(figures => figures.HandNanoseconds)),
        Statistics.Over(all.Select(figures => figures.SiteNanoseconds)),
        Statistics.Over(all.Select(figures => figures.SiteRatio)),
        Statistics.Median(all.Select(figures => figures.SiteBytes)),
        first.ExecuteRatio is null ? null : Statistics.Over(all.Select(figures => figures.ExecuteRatio!.Value)),
        first.ExecuteBytes is null ? null : Statistics.Median(all.Select(figures => figures.ExecuteBytes!.Value)));
}

/// <summary>One case over all launches.</summary>
internal sealed record CaseSummary(
    string Id, string Title, Spread Hand, Spread Site, Spread SiteRatio, double SiteBytes, Spread? ExecuteRatio, double? ExecuteBytes);
