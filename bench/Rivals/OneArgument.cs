using System.Linq.Expressions;
using HogTrace.Bench.Cases;
using HogTrace.Bench.Paired;
using Jint;
using Jint.Native;

namespace HogTrace.Bench.Rivals;

/// <summary>A predicate over one argument.</summary>
/// <param name="id">The case.</param>
/// <param name="values">What the case goes through.</param>
/// <param name="match">A value for which it is true.</param>
/// <param name="tree">The predicate.</param>
/// <param name="ofDynamic">The predicate, of C# <c>dynamic</c>.</param>
/// <param name="text">The predicate.</param>
internal sealed class OneArgument<T0>(
    string id, T0[] values, T0 match, Expression<Func<T0, bool>> tree, Func<object, bool> ofDynamic, PredicateText text)
    : Rival(id)
    where T0 : notnull
{
    public override Action<int> Loop(Variant variant) => variant switch
    {
        Variant.CSharpDynamic => Untyped(ofDynamic),
        Variant.DynamicTree => Untyped(DynamicTree.Compile<Func<object, bool>>(tree)),
        Variant.ScriptGlobals => Script(),
        Variant.Jint => RunJavaScript(),
        _ => Typed(Compile(variant)),
    };

    public override void Build(Variant variant) => Require(variant switch
    {
        Variant.CSharpDynamic => ofDynamic(match),
        Variant.DynamicTree => DynamicTree.Compile<Func<object, bool>>(tree)(match),
        Variant.ScriptGlobals => ScriptEngine.Runner<ScriptArguments<T0, object>>(text.CSharp)(new ScriptArguments<T0, object> { arg0 = match }).GetAwaiter().GetResult(),
        Variant.Jint => EvaluateJavaScript(),
        _ => Compile(variant)(match),
    });

    private Func<T0, bool> Compile(Variant variant) => variant switch
    {
        Variant.ExpressionTree => tree.Compile(),
        Variant.DynamicCore => DynamicCoreEngine.Compile<Func<T0, bool>>(text.CSharp, typeof(T0)),
        Variant.ScriptLambda => ScriptEngine.Lambda<Func<T0, bool>>($"(arg0) => {text.CSharp}"),
        _ => throw new ArgumentOutOfRangeException(nameof(variant), variant, null),
    };

    private bool EvaluateJavaScript()
    {
        var function = JavaScript.Compile(text.JavaScript);
        return function.Call(JavaScript.ToValue(match)) == JsBoolean.True;
    }

    private Action<int> Typed(Func<T0, bool> predicate) => count =>
    {
        var call = predicate;
        var all = values;
        int start = Start(count);
        for (int i = 0; i < count; i++)
        {
            if (call(all[(start + i) & (Samples.Count - 1)]))
                Fired++;
        }
    };

    private Action<int> Untyped(Func<object, bool> predicate) => count =>
    {
        int start = Start(count);
        for (int i = 0; i < count; i++)
        {
            if (predicate(values[(start + i) & (Samples.Count - 1)]))
                Fired++;
        }
    };

    private Action<int> Script()
    {
        var runner = ScriptEngine.Runner<ScriptArguments<T0, object>>(text.CSharp);
        var globals = new ScriptArguments<T0, object>();
        return count =>
        {
            int start = Start(count);
            for (int i = 0; i < count; i++)
            {
                globals.arg0 = values[(start + i) & (Samples.Count - 1)];
                if (runner(globals).GetAwaiter().GetResult())
                    Fired++;
            }
        };
    }

    private Action<int> RunJavaScript()
    {
        var function = JavaScript.Compile(text.JavaScript);
        return count =>
        {
            int start = Start(count);
            for (int i = 0; i < count; i++)
            {
                if (function.Call(JavaScript.ToValue(values[(start + i) & (Samples.Count - 1)])) == JsBoolean.True)
                    Fired++;
            }
        };
    }
}
