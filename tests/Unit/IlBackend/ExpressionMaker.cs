using CsCheck;

namespace HogTrace.Tests.Unit.IlBackend;

/// <summary>Makes expressions whose operands mostly have the kinds that their operators want.</summary>
internal static class ExpressionMaker
{
    private const int Depth = 5;

    private static readonly Gen<string> s_number = OneOf(
        "a", "b", "d", "u", "c", "n.weight", "n.next.weight", "n.mask", "n.leaf.share", "n.leaf.small", "len(s)", "n.name.length",
        "0", "1", "-1", "2", "3", "7", "100", "0.5", "9007199254740993", "9223372036854775807");

    private static readonly Gen<string> s_divisor = Gen.OneOf(
        OneOf("0", "1", "-1", "2", "3", "-3", "6", "7", "8", "10", "100", "9223372036854775807"), Gen.Long.Select(number => $"{number}"));

    private static readonly Gen<string> s_text = OneOf("s", "n.name", "n.leaf.text", "n.next.name", "args[3]", $"'{new string('x', 64)}'", "'admin'", "'adults'", "'ad'", "'a'", "''", "'x'");

    private static readonly Gen<string> s_bool = OneOf("t", "n.leaf.flag", "True", "False");

    private static readonly Gen<string> s_any = Gen.OneOf(s_number, s_text, s_bool, OneOf("None", "n", "n.next", "n.leaf"));

    public static Gen<string> Predicate { get; } = Condition(Depth);

    private static Gen<string> Condition(int depth) => depth == 0
        ? s_bool
        : Gen.Frequency(
            (1, s_bool),
            (5, Binary(Number(depth - 1), "== != < <= > >=", Number(depth - 1))),
            (1, Binary(Binary(Number(depth - 1), "%", s_divisor), "== !=", s_divisor)),
            (3, Binary(s_text, "== !=", s_text)),
            (2, Binary(s_any, "== !=", s_any)),
            (1, Binary(s_any, "== !=", Gen.Const("None"))),
            (4, Binary(Condition(depth - 1), "&& ||", Condition(depth - 1))),
            (1, Gen.OneOf(s_number, s_text, s_bool).Select(operand => $"!{operand}")),
            (1, Condition(depth - 1).Select(operand => $"!{operand}")),
            (1, Choice(Condition(depth - 1), Condition(depth - 1))));

    private static Gen<string> Number(int depth) => depth == 0
        ? s_number
        : Gen.Frequency(
            (4, s_number),
            (4, Binary(Number(depth - 1), "+ - * / %", Number(depth - 1))),
            (1, Number(depth - 1).Select(operand => $"(-{operand})")),
            (1, Choice(Number(depth - 1), Number(depth - 1))));

    private static Gen<string> Binary(Gen<string> left, string operators, Gen<string> right) =>
        Gen.Select(left, OneOf(operators.Split(' ')), right, (a, op, b) => $"({a} {op} {b})");

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static Gen<string> Choice(Gen<string> left, Gen<string> right) =>
        Gen.Select(s_bool, left, right, (condition, a, b) => $"({condition} ? {a} : {b})");
}
