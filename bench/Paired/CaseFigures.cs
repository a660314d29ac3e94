namespace HogTrace.Bench.Paired;

/// <summary>One case in one launch.</summary>
/// <param name="Id">The case.</param>
/// <param name="Title">How tables call it.</param>
/// <param name="Variants">The hand-written form first. A variant that the case has not, or that isn't what it says, is not among them.</param>
internal sealed record CaseFigures(string Id, string Title, IReadOnlyList<VariantFigures> Variants)
{
    public VariantFigures? Find(Variant variant) => Variants.FirstOrDefault(figures => figures.Variant == variant);
}

/// <summary>One variant of a case in one launch.</summary>
/// <param name="Variant">The variant.</param>
/// <param name="Ratio">To the hand-written form: the median over the pairs of batches.</param>
/// <param name="Nanoseconds">The ratio times the median of the hand-written form.</param>
/// <param name="Added">Nanoseconds more than the hand-written form: the median over the pairs.</param>
/// <param name="LeastNanoseconds">The fastest batch.</param>
/// <param name="Bytes">Allocated by a call on its thread.</param>
internal sealed record VariantFigures(Variant Variant, double Ratio, double Nanoseconds, double Added, double LeastNanoseconds, double Bytes);
