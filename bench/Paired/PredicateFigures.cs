namespace HogTrace.Bench.Paired;

/// <summary>Figures over all the predicates that other engines are compared by.</summary>
internal static class PredicateFigures
{
    public static IReadOnlyList<string> Ids => Rivals.RivalList.Ids;

    /// <summary>The geometric mean of the ratios to the hand-written form; null when one wasn't measured.</summary>
    public static double? MeanRatio(LaunchFigures launch, Variant variant) => Mean(launch, variant, figures => figures.Ratio);

    /// <summary>How many times as long as another a variant takes, as a geometric mean.</summary>
    public static double? MeanRatio(LaunchFigures launch, Variant variant, Variant by) =>
        MeanRatio(launch, variant) / MeanRatio(launch, by);

    /// <summary>The most that a call of any of them allocates.</summary>
    public static double? MostBytes(LaunchFigures launch, Variant variant) => All(launch, variant)?.Max(figures => figures.Bytes);

    /// <summary>How many times as long as another a variant takes, for the predicate where it is least.</summary>
    public static double? LeastRatio(LaunchFigures launch, Variant variant, Variant by) =>
        All(launch, variant) is { } ones && All(launch, by) is { } others ? ones.Zip(others, (one, other) => one.Ratio / other.Ratio).Min() : null;

    private static double? Mean(LaunchFigures launch, Variant variant, Func<VariantFigures, double> figure) =>
        All(launch, variant) is { } all ? Statistics.GeometricMean(all.Select(figure)) : null;

    private static VariantFigures[]? All(LaunchFigures launch, Variant variant)
    {
        VariantFigures[] all = [.. Ids.Select(id => launch.Find(id, variant)).OfType<VariantFigures>()];
        return all.Length == Ids.Count ? all : null;
    }
}
