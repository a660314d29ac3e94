using System.Text.Json.Serialization;

namespace HogTrace.Bench.Paired;

/// <summary>A way to evaluate a case's expression. All are timed in turn within one process.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Variant>))]
internal enum Variant
{
    /// <summary>A C# lambda, not inlined, through a delegate: the yardstick.</summary>
    Hand,

    /// <summary>For captures: a ring of structs that any thread may write to, drained by another.</summary>
    HandRing,

    /// <summary>The same expression in the method itself.</summary>
    Inlined,

    /// <summary>A probe at a typed site, never compiled.</summary>
    SiteInterpreted,

    /// <summary>A probe at a typed site, compiled to IL.</summary>
    SiteCompiled,

    /// <summary>Probes at a typed site, of which the engine compiles some.</summary>
    SiteCompiledInPart,

    /// <summary>As installed by default, with a clock that stands still; for captures.</summary>
    SiteClockless,

    /// <summary>A probe at an untyped site, over values of the language that are there already, compiled to IL.</summary>
    UntypedCompiled,

    /// <summary>A probe executed over a frame of untyped values, never compiled.</summary>
    FrameInterpreted,

    /// <summary>A probe executed over a frame of untyped values, compiled to IL.</summary>
    FrameCompiled,

    /// <summary>A typed expression tree, compiled.</summary>
    ExpressionTree,

    /// <summary>System.Linq.Dynamic.Core: a typed lambda parsed from text, compiled.</summary>
    DynamicCore,

    /// <summary>Roslyn scripting: a script that returns a lambda.</summary>
    ScriptLambda,

    /// <summary>An expression tree over objects with the C# binders, compiled.</summary>
    DynamicTree,

    /// <summary>C# <c>dynamic</c>.</summary>
    CSharpDynamic,

    /// <summary>Roslyn scripting: a runner that is given an object of globals.</summary>
    ScriptGlobals,

    /// <summary>Jint: a function from a prepared script.</summary>
    Jint,
}
