using System.Diagnostics.CodeAnalysis;
using HogTrace.IlBackend;
using HogTrace.Runtime;

namespace HogTrace.Tests.Unit.IlBackend;

/// <summary>A predicate over the arguments of <see cref="Input"/>.</summary>
internal sealed class CallPredicate
{
    private static readonly ParameterShape[] s_parameters =
    [
        new("a", typeof(long)), new("b", typeof(int)), new("d", typeof(double)), new("s", typeof(string)),
        new("t", typeof(bool)), new("n", typeof(Node)), new("u", typeof(ulong)), new("c", typeof(byte)),
    ];

    private readonly PredicatePair _pair;
    private readonly string _expression;

    private CallPredicate(PredicatePair pair, string expression)
    {
        _pair = pair;
        _expression = expression;
    }

    public bool IsCompiled => _pair.Compiled is not null;

    public static bool TryMake(string expression, [NotNullWhen(true)] out CallPredicate? predicate)
    {
        predicate = PredicatePair.TryMake(expression, s_parameters, out var pair) ? new CallPredicate(pair, expression) : null;
        return predicate is not null;
    }

    /// <summary>What the compiled form answers, after a comparison with the interpreter.</summary>
    public SiteOutcome Check(Input input)
    {
        Check(_pair.Expecting!, input);
        return Check(_pair.Compiled!, input);
    }

    private SiteOutcome Check(Delegate form, Input input)
    {
        var compiled = (SiteCode<long, int, double, string?, bool, Node?, ulong, byte>)form;
        var outcome = compiled(input.A, input.B, input.D, input.S, input.T, input.N, input.U, input.C);
        _pair.Check(
            outcome, $"{_expression} over {input}", Value.From(input.A), Value.From(input.B), Value.From(input.D),
            Value.From(input.S), Value.From(input.T), Value.From(input.N), Value.From(input.U), Value.From(input.C));
        return outcome;
    }
}
