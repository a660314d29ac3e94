using HogTrace.Bench.Cases;
using HogTrace.Bench.Paired;

namespace HogTrace.Bench.Rivals;

/// <summary>
/// The predicate of a case in what a .NET user would reach for instead of a probe. It sees the same values as the case
/// does; engines without types get them boxed, as a host of such an engine would have to pass them.
/// </summary>
internal abstract class Rival(string id) : IDisposable
{
    /// <summary>About as fast as the hand-written form.</summary>
    public static IReadOnlyList<Variant> Fast { get; } = [Variant.DynamicCore, Variant.ScriptLambda];

    /// <summary>The others.</summary>
    public static IReadOnlyList<Variant> Slow { get; } = [Variant.DynamicTree, Variant.CSharpDynamic, Variant.ScriptGlobals, Variant.Jint];

    /// <summary>What is made from a text or a tree at run time.</summary>
    public static IReadOnlyList<Variant> Builders { get; } =
        [Variant.ExpressionTree, .. Fast, Variant.DynamicTree, Variant.ScriptGlobals, Variant.Jint];

    private int _position;

    public string Id => id;

    /// <summary>How often a predicate came out true, which it never should.</summary>
    public int Fired { get; protected set; }

    /// <summary>A loop over the case's values.</summary>
    public abstract Action<int> Loop(Variant variant);

    /// <summary>Makes the predicate from its text or tree and calls it once; throws when it isn't true for values that it is true for.</summary>
    public abstract void Build(Variant variant);

    /// <summary>One for all builds: a host of many scripts has one engine.</summary>
    protected JintEngine JavaScript { get; } = new();

    protected static void Require(bool isTrue)
    {
        if (!isTrue)
            throw new InvalidOperationException("A predicate of another engine is not true where it should be.");
    }

    protected int Start(int count)
    {
        int start = _position;
        _position = (start + count) & (Samples.Count - 1);
        return start;
    }

    public void Dispose() => JavaScript.Dispose();
}
