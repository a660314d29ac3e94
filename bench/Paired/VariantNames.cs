namespace HogTrace.Bench.Paired;

/// <summary>How tables and the chart call the variants.</summary>
internal static class VariantNames
{
    /// <summary>Those that a predicate is compared in, in the order of tables.</summary>
    public static IReadOnlyList<Variant> Compared { get; } =
    [
        Variant.Hand, Variant.Inlined, Variant.SiteCompiled, Variant.FrameCompiled, Variant.SiteInterpreted, Variant.FrameInterpreted,
        Variant.DynamicCore, Variant.ScriptLambda, Variant.CSharpDynamic, Variant.DynamicTree, Variant.ScriptGlobals, Variant.Jint,
    ];

    /// <summary>Whether it is ours.</summary>
    public static bool IsProbe(Variant variant) => variant is >= Variant.SiteInterpreted and <= Variant.FrameCompiled;

    public static string Of(Variant variant) => variant switch
    {
        Variant.Hand => "C# lambda, by delegate",
        Variant.Inlined => "C# inline",
        Variant.SiteInterpreted => "probe at a site, interpreted",
        Variant.SiteCompiled => "probe at a site, compiled",
        Variant.SiteClockless => "probe at a site, clock not read",
        Variant.FrameInterpreted => "probe over a frame, interpreted",
        Variant.FrameCompiled => "probe over a frame, compiled",
        Variant.ExpressionTree => "expression tree, typed",
        Variant.DynamicCore => "Linq.Dynamic.Core",
        Variant.ScriptLambda => "Roslyn script: a lambda",
        Variant.DynamicTree => "expression tree, dynamic",
        Variant.CSharpDynamic => "C# dynamic",
        Variant.ScriptGlobals => "Roslyn script: a runner",
        Variant.Jint => "Jint",
        _ => throw new ArgumentOutOfRangeException(nameof(variant), variant, null),
    };
}
