using HogTrace.Bench.Cases;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace HogTrace.Bench.Rivals;

/// <summary>Roslyn scripting, optimised.</summary>
internal static class ScriptEngine
{
    private static readonly ScriptOptions s_options = ScriptOptions.Default
        .WithOptimizationLevel(OptimizationLevel.Release)
        .AddReferences(typeof(Visit).Assembly);

    /// <summary>The value of a script that is a lambda.</summary>
    public static TDelegate Lambda<TDelegate>(string text) => CSharpScript.EvaluateAsync<TDelegate>(text, s_options).GetAwaiter().GetResult();

    /// <summary>A script that is run anew for every object of globals.</summary>
    public static ScriptRunner<bool> Runner<TGlobals>(string text) =>
        CSharpScript.Create<bool>(text, s_options, typeof(TGlobals)).CreateDelegate();
}
