using System.Globalization;
using HogTrace.Tests.Properties.Generation;

namespace HogTrace.Tests.Properties.Differential;

/// <summary>
/// Sources whose operands mostly have the kinds that their operators want, so that runs get far: over five arguments, a
/// number, a text, a float, a truth and a node.
/// </summary>
internal sealed class SourceMaker(Choices choices)
{
    private const int Depth = 4;
    private int _nodes = 60;

    public string Make()
    {
        string predicate = choices.IsOneOf100(80) ? $"/ {Condition(Depth)} /" : "";
        string body = "";
        for (int i = choices.Next(4); i > 0; i--)
            body += Statement();
        return $"fn:a.b:entry {predicate} {{ {body} }}";
    }

    private string Statement() => choices.Next(4) switch
    {
        0 => $"$req.{Name()} = {Any(Depth)};",
        1 => $"capture({Any(Depth)}, {Any(2)});",
        _ => $"capture(a={Any(Depth)}, {Name()}={Number(Depth)}, t={Text(2)});",
    };

    private string Any(int depth) => choices.Next(6) switch
    {
        0 => Condition(depth),
        1 => Text(depth),
        2 => Node(depth),
        3 => choices.Pick("None", "args", "self", $"$req.{Name()}", "kwargs", "locals", "[0]") is var any && any == "[0]" ? "args[0]" : any,
        _ => Number(depth),
    };

    private string Condition(int depth)
    {
        if (depth == 0 || _nodes-- < 0)
            return choices.Pick("arg3", "True", "False", "arg3", "arg4.flag");
        return choices.Next(10) switch
        {
            9 => $"({Number(depth - 1)} % {Divisor()} {choices.Pick("==", "!=")} {Divisor()})",
            0 => $"({Text(depth - 1)} {choices.Pick("==", "!=")} {Text(depth - 1)})",
            1 => $"({Condition(depth - 1)} {choices.Pick("&&", "||")} {Condition(depth - 1)})",
            2 => $"!{Any(depth - 1)}",
            3 => $"({Any(depth - 1)} {choices.Pick("==", "!=")} {choices.Pick("None", Any(1))})",
            4 => $"({Condition(depth - 1)} ? {Condition(depth - 1)} : {Condition(depth - 1)})",
            5 => $"({Text(depth - 1)} {choices.Pick("<", ">=")} {Text(depth - 1)})",
            _ => $"({Number(depth - 1)} {choices.Pick("<", "<=", ">", ">=", "==", "!=")} {Number(depth - 1)})",
        };
    }

    private string Number(int depth)
    {
        if (depth == 0 || _nodes-- < 0)
            return Leaf();
        return choices.Next(11) switch
        {
            0 => $"(-{Number(depth - 1)})",
            1 => $"len({Text(depth - 1)})",
            2 => $"({Condition(depth - 1)} ? {Number(depth - 1)} : {Number(depth - 1)})",
            3 => $"{choices.Pick("abs", "int", "float", "round")}({Number(depth - 1)})",
            4 => $"{choices.Pick("min", "max")}({Number(depth - 1)}, {Number(depth - 1)})",
            5 => $"{Node(depth - 1)}.{choices.Pick("count", "weight", "small", "share")}",
            6 => Leaf(),
            _ => $"({Number(depth - 1)} {choices.Pick("+", "-", "*", "/", "%", "+", "-")} {Number(depth - 1)})",
        };
    }

    private string Leaf() => choices.Pick(
        "arg0", "arg0", "arg2", "1", "0", "-1", "2", "7", "100", "0.5", "9007199254740993", "9223372036854775807", "arg4.count",
        choices.Next(1000).ToString(CultureInfo.InvariantCulture));

    private string Divisor() => choices.Pick("0", "1", "-1", "2", "3", "-3", "6", "7", "8", "10", "100", "9223372036854775807", $"{choices.Int64()}");

    private string Text(int depth)
    {
        if (depth == 0 || _nodes-- < 0)
            return choices.Pick("arg1", "'admin'", "''", "'x'", "arg4.name", "arg1", $"'{new string('x', 64)}'");
        return choices.Next(7) switch
        {
            0 => $"({Text(depth - 1)} + {Text(depth - 1)})",
            1 => $"{choices.Pick("upper", "lower", "str")}({Text(depth - 1)})",
            2 => $"str({Number(depth - 1)})",
            3 => $"{Text(depth - 1)}[{choices.Pick("0", ":2", "1:", "::-1", "-1", Number(1))}]",
            4 => $"{Node(depth - 1)}.name",
            _ => Text(0),
        };
    }

    private string Node(int depth) => depth == 0 || choices.IsOneOf100(50) ? "arg4" : $"{Node(depth - 1)}.inner";

    private string Name() => choices.Pick("x", "y", "z", "total");
}
