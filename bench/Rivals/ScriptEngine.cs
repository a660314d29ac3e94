using System.Runtime.CompilerServices;
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
        .AddReferences(typeof(Visit).Assembly)
        .AddImports(typeof(MethodImplAttribute).Namespace!);

    /// <summary>The value of a script that is a lambda; not inlined where it is called, as the yardstick isn't either.</summary>
    public static TDelegate Lambda<TDelegate>(string text) =>
        CSharpScript.EvaluateAsync<TDelegate>($"([MethodImpl(MethodImplOptions.NoInlining)] {text})", s_options).GetAwaiter().GetResult();

    /// <summary>A script that is run anew for every object of globals.</summary>
    public static ScriptRunner<bool> Runner<TGlobals>(string text) =>
        CSharpScript.Create<bool>(text, s_options, typeof(TGlobals)).CreateDelegate();
}
