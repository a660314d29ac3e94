using HogTrace.Bench.Captures;
using HogTrace.Bench.Compiling;

namespace HogTrace.Bench.Paired;

/// <summary>What one process measured.</summary>
internal sealed record LaunchFigures(IReadOnlyList<CaseFigures> Cases, CompileFigures? Compile, IlFigures? Il, PauseFigures? Pauses, CaptureLoadFigures? Load)
{
    /// <summary>Null when it wasn't measured.</summary>
    public VariantFigures? Find(string id, Variant variant) =>
        Cases.FirstOrDefault(figures => figures.Id == id)?.Find(variant);
}
