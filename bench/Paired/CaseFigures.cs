namespace HogTrace.Bench.Paired;

/// <summary>One case in one launch.</summary>
/// <param name="Id">The case.</param>
/// <param name="Title">How tables call it.</param>
/// <param name="HandNanoseconds">The hand-written form in its fastest batch.</param>
/// <param name="SiteNanoseconds">The median ratio times the median of the hand-written form.</param>
/// <param name="SiteRatio">Median over the pairs of batches.</param>
/// <param name="SiteBytes">Allocated by a hit on its thread.</param>
/// <param name="ExecuteRatio">As for the site; null when the case has no such form.</param>
/// <param name="ExecuteBytes">As for the site.</param>
internal sealed record CaseFigures(
    string Id,
    string Title,
    double HandNanoseconds,
    double SiteNanoseconds,
    double SiteRatio,
    double SiteBytes,
    double? ExecuteRatio,
    double? ExecuteBytes);

/// <summary>What one process measured.</summary>
internal sealed record LaunchFigures(IReadOnlyList<CaseFigures> Cases, Compiling.CompileFigures? Compile);
