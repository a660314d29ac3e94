namespace HogTrace.Bench.Paired;

/// <summary>Something that a release has to clear.</summary>
/// <param name="What">The figure, with its unit.</param>
/// <param name="Figure">Of one launch; null when it wasn't measured, or is of something that isn't there yet.</param>
/// <param name="Limit">What it is held against.</param>
/// <param name="IsFloor">Whether the figure must be at least the limit; else at most.</param>
internal sealed record Bar(string What, Func<LaunchFigures, double?> Figure, double Limit, bool IsFloor = false)
{
    /// <summary>Null when it wasn't measured.</summary>
    public bool? IsClearedBy(Spread? figure) =>
        figure is not { Median: var median } ? null : IsFloor ? median >= Limit : median <= Limit;
}
