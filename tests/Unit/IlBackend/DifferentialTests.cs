using CsCheck;
using HogTrace.IlBackend;
using HogTrace.Runtime;

namespace HogTrace.Tests.Unit.IlBackend;

/// <summary>A compiled predicate gives what the interpreter gives, or leaves the hit to it.</summary>
public sealed class DifferentialTests
{
    private static readonly string[] s_operands =
    [
        "a", "b", "d", "s", "t", "n", "u", "c", "0", "-1", "7", "9223372036854775807", "9007199254740993", "0.5", "-0.0", "1e300",
        "'admin'", "''", "args[3]", $"'{new string('x', 64)}'", "None", "True", "False", "n.name", "n.next", "n.next.weight", "n.weight", "n.mask", "n.leaf.share",
        "n.leaf.text", "n.leaf.flag", "n.leaf.small", "len(s)", "(t ? a : b)", "(a > 0 && t)", "(s == 'admin' || t)", "!s", "-b", "-a", "-d",
    ];

    private static readonly string[] s_comparisons = ["==", "!=", "<", "<=", ">", ">=", "&&", "||"];

    private static readonly string[] s_arithmetic = ["+", "-", "*", "/", "%"];

    [Fact]
    public void Every_operator_on_every_pair_of_operands()
    {
        var sources =
            from left in s_operands
            from right in s_operands
            from expression in (string[])
                [.. s_comparisons.Select(op => $"({left} {op} {right})"), .. s_arithmetic.Select(op => $"({left} {op} {right}) >= c")]
            select expression;
        int compiled = 0;
        Parallel.ForEach(sources, expression =>
        {
            if (!CallPredicate.TryMake(expression, out var predicate) || !predicate.IsCompiled)
                return;
            Interlocked.Increment(ref compiled);
            foreach (var input in Input.Edges(expression.Length, 40))
                predicate.Check(input);
        });
        Assert.True(compiled > 8_000, $"only {compiled} are compiled");
    }

    [Fact]
    public void Random_predicates()
    {
        int compiled = 0, decided = 0;
        Gen.Select(ExpressionMaker.Predicate, Gen.Int).Sample(
            (expression, seed) =>
            {
                if (!CallPredicate.TryMake(expression, out var predicate) || !predicate.IsCompiled)
                    return;
                Interlocked.Increment(ref compiled);
                bool decides = false;
                foreach (var input in Input.Edges(seed, 16))
                    decides |= predicate.Check(input) != SiteOutcome.NeedsContext;
                if (decides)
                    Interlocked.Increment(ref decided);
            },
            iter: 20_000);
        Assert.True(compiled > 10_000, $"only {compiled} are compiled");
        Assert.True(decided > compiled / 2, $"only {decided} of {compiled} ever decide");
    }

    [Fact]
    public void Other_types_of_arguments()
    {
        ParameterShape[] parameters =
        [
            new("h", typeof(short)), new("i", typeof(sbyte)), new("j", typeof(uint)), new("f", typeof(float)),
            new("p", typeof(nint)), new("q", typeof(nuint)), new("x", typeof(int[])), new("z", typeof(ushort)),
        ];
        string[] names = ["h", "i", "j", "f", "p", "q", "len(x)", "x.length", "z"];
        int compiled = 0;
        foreach (string left in names)
        {
            foreach (string right in names)
            {
                foreach (string form in (string[])["{0} < {1}", "({0} * {1}) == z", "({0} / {1}) >= 2", "{0} != {1}", "-{0} <= {1}", "x == None || {0} > {1}"])
                {
                    string expression = string.Format(System.Globalization.CultureInfo.InvariantCulture, form, left, right);
                    Assert.True(PredicatePair.TryMake(expression, parameters, out var pair));
                    var predicate = Assert.IsType<SiteCode<short, sbyte, uint, float, nint, nuint, int[]?, ushort>>(pair.Compiled);
                    compiled++;
                    Call(pair, predicate, short.MinValue, sbyte.MinValue, uint.MaxValue, float.NaN, nint.MinValue, nuint.MaxValue, null, ushort.MaxValue);
                    Call(pair, predicate, short.MaxValue, -1, 1, 0.1f, nint.MaxValue, 7, [1, 2], 0);
                    Call(pair, predicate, 2, 3, 0, -0f, -1, 0, (int[])(object)new uint[] { 1 }, 6);
                }
            }
        }

        Assert.Equal(6 * names.Length * names.Length, compiled);
    }

    [Fact]
    public void Types_of_several_kinds_are_left_to_the_interpreter()
    {
        foreach (var type in (Type[])[typeof(object), typeof(decimal), typeof(DayOfWeek), typeof(char), typeof(int?), typeof(DateTime), typeof(IComparable), typeof(Enum), typeof(DBNull)])
        {
            Assert.True(PredicatePair.TryMake("x == None", [new("x", type)], out var pair));
            Assert.Null(pair.Compiled);
        }
    }

    private static void Call(
        PredicatePair pair, SiteCode<short, sbyte, uint, float, nint, nuint, int[]?, ushort> predicate,
        short h, sbyte i, uint j, float f, nint p, nuint q, int[]? x, ushort z) =>
        pair.Check(
            predicate(h, i, j, f, p, q, x, z), $"{h} {i} {j} {f} {p} {q} {x?.Length} {z}", Value.From(h), Value.From(i), Value.From(j),
            Value.From(f), Value.From(p), Value.From(q), Value.From(x), Value.From(z));
}
