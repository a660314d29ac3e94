using System.Globalization;
using HogTrace.Bytecode;
using HogTrace.Parser.Syntax;

namespace HogTrace.Tests.Unit.Parser;

/// <summary>Shows how an expression groups: every operator in parentheses, those of the source left out.</summary>
internal static class Shape
{
    private static readonly string[] s_operators = ["||", "&&", "==", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/", "%"];

    public static string Of(ExpressionSyntax? expression) => expression switch
    {
        null => "",
        LiteralSyntax { Value.Kind: ConstantKind.String } text => "'" + text.Value.Text + "'",
        LiteralSyntax { Value.Kind: ConstantKind.Float } number => number.Value.AsFloat.ToString("R", CultureInfo.InvariantCulture),
        LiteralSyntax literal => literal.Value.Kind == ConstantKind.None ? "None" : literal.Value.Bits.ToString(CultureInfo.InvariantCulture),
        NameSyntax name => name.Name,
        RequestSyntax request => (request.IsLong ? "$request." : "$req.") + request.Name,
        CallSyntax call => $"{call.Function}({string.Join(", ", call.Arguments.Select(Of))})",
        UnarySyntax unary => $"({(unary.Operator == UnaryOperator.Not ? '!' : '-')}{Of(unary.Operand)})",
        ConditionalSyntax c => $"({Of(c.Condition)} ? {Of(c.Then)} : {Of(c.Otherwise)})",
        ParenthesizedSyntax inside => Of(inside.Inner),
        PostfixSyntax postfix => Of(postfix.Operand) + string.Concat(postfix.Operations.Select(Of)),
        ChainSyntax chain => chain.Links.Aggregate(
            Of(chain.First), (left, link) => $"({left} {s_operators[(int)link.Operator]} {Of(link.Operand)})"),
        _ => throw new ArgumentOutOfRangeException(nameof(expression)),
    };

    public static string Of(StatementSyntax statement) => statement switch
    {
        AssignmentSyntax assignment => $"{Of(assignment.Target)} = {Of(assignment.Value)};",
        SampleSyntax sample => $"sample {sample.Rate.ToString("R", CultureInfo.InvariantCulture)};",
        CaptureSyntax capture => $"{capture.IsSend} {string.Join(", ", capture.Arguments.Select(a => a.Name + "=" + Of(a.Value)))};",
        _ => throw new ArgumentOutOfRangeException(nameof(statement)),
    };

    private static string Of(PostfixOperation operation) => operation switch
    {
        MemberOperation member => "." + member.Name,
        IndexOperation index => $"[{Of(index.Index)}]",
        SliceOperation slice => $"[{Of(slice.Start)}:{Of(slice.Stop)}:{Of(slice.Step)}]",
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };
}
