namespace HogTrace.Bench.Paired;

/// <summary>How tables and the chart call the variants.</summary>
internal static class VariantNames
{
    /// <summary>Those that a predicate is compared in, in the order of tables.</summary>
    public static IReadOnlyList<Variant> Compared { get; } =
    [
        Variant.Hand, Variant.Inlined, Variant.SiteCompiled, Variant.UntypedCompiled, Variant.FrameCompiled, Variant.SiteInterpreted, Variant.FrameInterpreted,
        Variant.DynamicCore, Variant.ScriptLambda, Variant.CSharpDynamic, Variant.DynamicTree, Variant.ScriptGlobals, Variant.Jint,
    ];

    public static string Of(Variant variant) => variant switch
    {
        Variant.Hand => "C# lambda, by delegate",
        Variant.HandRing => "by hand, a ring between threads",
        Variant.Inlined => "C# inline",
        Variant.SiteInterpreted => "HogTrace at a site, interpreted",
        Variant.SiteCompiled => "HogTrace at a site, compiled",
        Variant.SiteCompiledInPart => "HogTrace at a site, compiled in part",
        Variant.SiteClockless => "HogTrace at a site, clock not read",
        Variant.UntypedCompiled => "HogTrace at an untyped site, compiled",
        Variant.FrameInterpreted => "HogTrace over a frame, interpreted",
        Variant.FrameCompiled => "HogTrace over a frame, compiled",
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
