using System.Runtime.CompilerServices;
using HogTrace.Runtime;

namespace HogTrace.Bench.Cases;

/// <summary>A method over values of the language with an entry and an exit probe whose predicates are false, against the method alone.</summary>
internal sealed class FalseUntyped()
    : ProbeCase("untyped", "untyped site, entry and exit probe, predicates false", "/ n < 0 / { capture(n); }", fires: false, "/ retval == 0 / { capture(n); }")
{
    private static readonly UntypedProbeSite s_site =
        ProbeSite.ForUntyped("Bench.untyped", "n", "a", "b", "c", "d", "e", "f", "g", "h", "i");

    private static readonly Func<Value[], Value> s_hand =
        [MethodImpl(MethodImplOptions.NoInlining)] static (arguments) => Triple(arguments[0]);

    private static readonly Func<Value[], Value> s_probed = [MethodImpl(MethodImplOptions.NoInlining)] static (arguments) =>
    {
        var call = s_site.Enter(arguments);
        return call.Exit(Triple(arguments[0]));
    };

    private readonly Value[] _arguments = new Value[10];

    public override bool Executes => false;

    public override void Hand(int count)
    {
        for (int i = 0; i < count; i++)
        {
            _arguments[0] = i;
            s_hand(_arguments);
        }
    }

    public override void Site(int count)
    {
        for (int i = 0; i < count; i++)
        {
            _arguments[0] = i;
            s_probed(_arguments);
        }
    }

    public override void Execute(int count)
    {
    }

    private static Value Triple(Value n) => n.TryGetInt(out long value) ? (value * 3) + 1 : Value.None;
}
