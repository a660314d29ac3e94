using HogTrace.Bench.Compiling;

namespace HogTrace.Bench.Paired;

/// <summary>All the bars. A figure is the median over the launches.</summary>
internal static class Bars
{
    // What counts as nothing: a batch that a sampled measurement falls into allocates nothing either; the rest is rounding.
    private const double NoBytes = 0.01;

    private const double CompiledMean = 1.15;
    private const double CompiledEach = 1.35;
    private const double UntypedCompiledEach = 1.8;
    private const double FasterThanReference = 5;
    private const double FasterThanDynamic = 4;
    private const double FasterThanJint = 50;
    private const double ToDynamicCore = 1.05;
    private const double CaptureRatio = 1.5;
    private const double CompileIlMicroseconds = 300;
    private const double CompileIlBytes = 8 * 1024;
    private const double CompileOneMicroseconds = 100;
    private const double CompileManyMilliseconds = 60;
    private const double BytesPerCharacter = 1024;

    private static readonly Dictionary<string, double> s_interpreted = new() { ["P1"] = 7, ["P2"] = 7, ["P3"] = 7, ["P4"] = 7, ["P6"] = 8 };

    // Nanoseconds that a site adds to a call, by case.
    private static readonly (string Id, string What, double Limit)[] s_added =
    [
        ("off", "nothing installed", 0.5),
        ("entry", "an entry probe that is false", 6),
        ("both", "an entry and an exit probe that are false", 12),
    ];

    public static IReadOnlyList<Bar> All { get; } =
    [
        new("compiled at a site, geometric mean, × hand", launch => PredicateFigures.MeanRatio(launch, Variant.SiteCompiled), CompiledMean),
        .. Each("compiled at a site", Variant.SiteCompiled, _ => CompiledEach),
        NoGarbage("compiled at a site", Variant.SiteCompiled),
        .. Each("compiled at an untyped site", Variant.UntypedCompiled, _ => UntypedCompiledEach),
        NoGarbage("compiled at an untyped site", Variant.UntypedCompiled),
        NoGarbage("compiled over a frame", Variant.FrameCompiled),
        .. Each("interpreted at a site", Variant.SiteInterpreted, id => s_interpreted[id]),
        NoGarbage("interpreted at a site", Variant.SiteInterpreted),
        .. Reference.Ids.Select(id => new Bar(
            $"{id} interpreted at a site, times faster than the reference",
            launch => Reference.Nanoseconds(id) / launch.Find(id, Variant.SiteInterpreted)?.Nanoseconds,
            FasterThanReference,
            IsFloor: true)),
        Faster("C# dynamic", Variant.CSharpDynamic, FasterThanDynamic),
        Faster("Jint", Variant.Jint, FasterThanJint),
        new(
            "compiled at a site, geometric mean, × System.Linq.Dynamic.Core",
            launch => PredicateFigures.MeanRatio(launch, Variant.SiteCompiled, Variant.DynamicCore),
            ToDynamicCore),
        .. s_added.Select(bar => new Bar($"a site with {bar.What}, ns added", launch => Best(launch, bar.Id)?.Added, bar.Limit)),
        new(
            "capture of three fields, the clock not read, × a ring between threads by hand",
            launch => launch.Find("C3", Variant.SiteClockless)?.Ratio / launch.Find("C3", Variant.HandRing)?.Ratio,
            CaptureRatio),
        new("capture of three fields, B", launch => Best(launch, "C3")?.Bytes, NoBytes),
        new("events of two threads that are neither delivered nor counted as dropped", launch => launch.Load?.Lost, 0),
        new("compiling the slowest predicate to IL, for a site or for frames, µs", launch => Most(launch, cost => cost.Microseconds), CompileIlMicroseconds),
        new("most that compiling one to IL allocates, B", launch => Most(launch, cost => cost.Bytes), CompileIlBytes),
        Compile("one probe from source to verified program, µs", figures => figures.OneMicroseconds, CompileOneMicroseconds),
        Compile("1,000 probes from source to verified program, ms", figures => figures.ManyMilliseconds, CompileManyMilliseconds),
        Compile("garbage of compiling one probe, B a character", figures => figures.OneBytesPerCharacter, BytesPerCharacter),
        Compile("garbage of compiling 1,000 probes, B a character", figures => figures.ManyBytesPerCharacter, BytesPerCharacter),
    ];

    private static IEnumerable<Bar> Each(string what, Variant variant, Func<string, double> limit) =>
        PredicateFigures.Ids.Select(id => new Bar($"{id} {what}, × hand", launch => launch.Find(id, variant)?.Ratio, limit(id)));

    private static Bar NoGarbage(string what, Variant variant) =>
        new($"{what}, most of P1–P6, B", launch => PredicateFigures.MostBytes(launch, variant), NoBytes);

    private static Bar Faster(string what, Variant variant, double limit) => new(
        $"compiled at a site, least of P1–P6, times faster than {what}",
        launch => PredicateFigures.LeastRatio(launch, variant, Variant.SiteCompiled),
        limit,
        IsFloor: true);

    private static Bar Compile(string what, Func<CompileFigures, double> figure, double limit) =>
        new(what, launch => launch.Compile is { } figures ? figure(figures) : null, limit);

    private static double? Most(LaunchFigures launch, Func<Cost, double> figure) =>
        launch.Il?.Probes.Max(probe => Math.Max(figure(probe.Site), figure(probe.Frame)));

    // A probe installed with default options ends up compiled when it can be.
    private static VariantFigures? Best(LaunchFigures launch, string id) =>
        launch.Find(id, Variant.SiteCompiled) ?? launch.Find(id, Variant.SiteCompiledInPart) ?? launch.Find(id, Variant.SiteInterpreted);
}
