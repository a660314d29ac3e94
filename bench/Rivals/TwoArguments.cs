using System.Linq.Expressions;
using HogTrace.Bench.Cases;
using HogTrace.Bench.Paired;
using Jint;
using Jint.Native;

namespace HogTrace.Bench.Rivals;

/// <summary>A predicate over two arguments.</summary>
/// <param name="id">The case.</param>
/// <param name="first">What the case goes through.</param>
/// <param name="second">Likewise; or one value for all calls.</param>
/// <param name="match">Values for which it is true.</param>
/// <param name="tree">The predicate.</param>
/// <param name="ofDynamic">The predicate, of C# <c>dynamic</c>.</param>
/// <param name="text">The predicate.</param>
internal sealed class TwoArguments<T0, T1>(
    string id,
    T0[] first,
    T1[] second,
    (T0 First, T1 Second) match,
    Expression<Func<T0, T1, bool>> tree,
    Func<object, object, bool> ofDynamic,
    PredicateText text)
    : Rival(id)
    where T0 : notnull
    where T1 : notnull
{
    private readonly int _secondMask = second.Length - 1;

    public override Action<int> Loop(Variant variant) => variant switch
    {
        Variant.CSharpDynamic => Untyped(ofDynamic),
        Variant.DynamicTree => Untyped(DynamicTree.Compile<Func<object, object, bool>>(tree)),
        Variant.ScriptGlobals => Script(),
        Variant.Jint => RunJavaScript(),
        _ => Typed(Compile(variant)),
    };

    public override void Build(Variant variant) => Require(variant switch
    {
        Variant.CSharpDynamic => ofDynamic(match.First, match.Second),
        Variant.DynamicTree => DynamicTree.Compile<Func<object, object, bool>>(tree)(match.First, match.Second),
        Variant.ScriptGlobals => ScriptEngine.Runner<ScriptArguments<T0, T1>>(text.CSharp)(
            new ScriptArguments<T0, T1> { arg0 = match.First, arg1 = match.Second }).GetAwaiter().GetResult(),
        Variant.Jint => EvaluateJavaScript(),
        _ => Compile(variant)(match.First, match.Second),
    });

    private Func<T0, T1, bool> Compile(Variant variant) => variant switch
    {
        Variant.ExpressionTree => tree.Compile(),
        Variant.DynamicCore => DynamicCoreEngine.Compile<Func<T0, T1, bool>>(text.CSharp, typeof(T0), typeof(T1)),
        Variant.ScriptLambda => ScriptEngine.Lambda<Func<T0, T1, bool>>($"(arg0, arg1) => {text.CSharp}"),
        _ => throw new ArgumentOutOfRangeException(nameof(variant), variant, null),
    };

    private bool EvaluateJavaScript()
    {
        var function = JavaScript.Compile(text.JavaScript);
        return function.Call(JavaScript.ToValue(match.First), JavaScript.ToValue(match.Second)) == JsBoolean.True;
    }

    private Action<int> Typed(Func<T0, T1, bool> predicate) => count =>
    {
        var call = predicate;
        var (ones, others, mask) = (first, second, _secondMask);
        int start = Start(count);
        for (int i = 0; i < count; i++)
        {
            int at = (start + i) & (Samples.Count - 1);
            if (call(ones[at], others[at & mask]))
                Fired++;
        }
    };

    private Action<int> Untyped(Func<object, object, bool> predicate) => count =>
    {
        int start = Start(count);
        for (int i = 0; i < count; i++)
        {
            int at = (start + i) & (Samples.Count - 1);
            if (predicate(first[at], second[at & _secondMask]))
                Fired++;
        }
    };

    private Action<int> Script()
    {
        var runner = ScriptEngine.Runner<ScriptArguments<T0, T1>>(text.CSharp);
        var globals = new ScriptArguments<T0, T1>();
        return count =>
        {
            int start = Start(count);
            for (int i = 0; i < count; i++)
            {
                int at = (start + i) & (Samples.Count - 1);
                globals.arg0 = first[at];
                globals.arg1 = second[at & _secondMask];
                if (runner(globals).GetAwaiter().GetResult())
                    Fired++;
            }
        };
    }

    private Action<int> RunJavaScript()
    {
        var function = JavaScript.Compile(text.JavaScript);
        // An array is copied on its way in, which a host with one value for all calls does once.
        var constant = second.Length == 1 ? JavaScript.ToValue(second[0]) : null;
        return count =>
        {
            int start = Start(count);
            for (int i = 0; i < count; i++)
            {
                int at = (start + i) & (Samples.Count - 1);
                var other = constant ?? JavaScript.ToValue(second[at & _secondMask]);
                if (function.Call(JavaScript.ToValue(first[at]), other) == JsBoolean.True)
                    Fired++;
            }
        };
    }
}
