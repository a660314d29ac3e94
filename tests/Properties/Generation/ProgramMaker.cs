using System.Collections.Immutable;
using HogTrace.Bytecode;

namespace HogTrace.Tests.Properties.Generation;

/// <summary>Programs of one probe, made as bytecode.</summary>
internal static class ProgramMaker
{
    private static readonly ImmutableArray<Constant> s_constants =
    [
        Constant.Int(1), Constant.Int(0), Constant.Int(-1), Constant.Int(7), Constant.Int(long.MaxValue), Constant.Int(long.MinValue),
        Constant.Float(1.5), Constant.Float(double.NaN), Constant.Float(double.PositiveInfinity), Constant.Float(-0.0),
        Constant.String("x"), Constant.String(""), Constant.String("admin"), Constant.String("😀é"), Constant.String(new string('a', 2_000)),
        Constant.Bool(true), Constant.Bool(false), Constant.None,
        .. ((string[])["arg0", "arg1", "arg2", "args", "kwargs", "self", "locals", "globals", "order", "$req", "nowhere"]).Select(Constant.Identifier),
        .. ((string[])["x", "y", "Name", "Length", "Count", "Inner", "password", "Message"]).Select(Constant.FieldName),
        .. FunctionTable.All.Select(entry => Constant.FunctionName(entry.Name)),
    ];

    public static (Program Program, bool IsUnsteady) Make(Choices choices)
    {
        var predicate = choices.IsOneOf100(50) ? new CodeMaker(choices, s_constants, isPredicate: true) : null;
        var predicateCode = predicate?.Make() ?? [];
        var body = new CodeMaker(choices, s_constants, isPredicate: false);
        var bodyCode = body.Make();
        int length = predicateCode.Length + bodyCode.Length;
        var probe = new Probe
        {
            Id = "p",
            Specifier = "a.b",
            Point = ProbePoint.Entry,
            Predicate = predicateCode,
            Body = bodyCode,
            // A source of one blank line in which every column is a code offset: fault positions then tell the instruction.
            Positions = [.. Enumerable.Range(0, length).Select(offset => new CodePosition(offset, offset, 1))],
        };
        var program = new Program
        {
            Version = BytecodeVersion.Current,
            Constants = s_constants,
            Probes = [probe],
            SourceText = new string(' ', length + 1),
        };
        return (program, body.IsUnsteady || predicate is { IsUnsteady: true });
    }
}
