using HogTrace.Bench.Paired;
using HogTrace.Bench.Rivals;

namespace HogTrace.Bench.Compiling;

/// <summary>Times how long other engines take to make the predicates and call them once.</summary>
internal static class RivalBuilds
{
    public static IReadOnlyList<BuildFigures> Run() =>
        [.. RivalList.Ids.SelectMany(MeasureAll)];

    private static List<BuildFigures> MeasureAll(string id)
    {
        using var rival = RivalList.TryCreate(id)!;
        return [.. Rival.Builders.Select(variant => Measure(rival, variant))];
    }

    private static BuildFigures Measure(Rival rival, Variant variant)
    {
        // A script becomes an assembly, and takes a tenth of a second.
        bool isSlow = variant is Variant.ScriptLambda or Variant.ScriptGlobals;
        return new BuildFigures(rival.Id, variant, Cost.Of(Timing.Measure(() => rival.Build(variant), isSlow ? 1 : 30, isSlow ? 2 : 40)));
    }
}
