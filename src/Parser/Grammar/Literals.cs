using System.Globalization;
using HogTrace.Bytecode;
using HogTrace.Parser.Diagnostics;
using HogTrace.Parser.Lexing;
using HogTrace.Parser.Syntax;
using Sprache;

namespace HogTrace.Parser.Grammar;

/// <summary>The literals.</summary>
internal static class Literals
{
    public static readonly Parser<ExpressionSyntax> None = Constant(Bytecode.Constant.None);

    public static readonly Parser<ExpressionSyntax> True = Constant(Bytecode.Constant.Bool(true));

    public static readonly Parser<ExpressionSyntax> False = Constant(Bytecode.Constant.Bool(false));

    public static readonly Parser<ExpressionSyntax> Integer = input =>
    {
        var at = (TokenInput)input;
        if (!TryReadMagnitude(at.Session.Tokens.TextOf(at.Token), out ulong value) || value > long.MaxValue)
            return Lexemes.Fail<ExpressionSyntax>(at, IntegerTooLarge(at.Token));
        return Literal(at, Bytecode.Constant.Int((long)value));
    };

    public static readonly Parser<ExpressionSyntax> Float = input =>
    {
        var at = (TokenInput)input;
        double value = ReadFloat(at.Session.Tokens.TextOf(at.Token));
        return double.IsFinite(value)
            ? Literal(at, Bytecode.Constant.Float(value))
            : Lexemes.Fail<ExpressionSyntax>(at, FloatTooLarge(at.Token));
    };

    public static readonly Parser<ExpressionSyntax> String = input =>
    {
        var at = (TokenInput)input;
        var (text, mistake) = StringDecoder.Decode(at.Session.Tokens.Source, at.Token);
        return mistake is null
            ? Literal(at, Bytecode.Constant.String(text))
            : Lexemes.Fail<ExpressionSyntax>(at, mistake);
    };

    /// <summary>The integer without a sign; false past 64 bits.</summary>
    public static bool TryReadMagnitude(ReadOnlySpan<char> text, out ulong value)
    {
        bool isHex = text.Length > 1 && text[1] is 'x' or 'X';
        uint radix = isHex ? 16u : 10u;
        value = 0;
        foreach (char c in isHex ? text[2..] : text)
        {
            if (c == '_')
                continue;
            UInt128 next = ((UInt128)value * radix) + (uint)HexDigit(c);
            if (next > ulong.MaxValue)
                return false;
            value = (ulong)next;
        }

        return true;
    }

    /// <summary>The nearest double; infinite past the range.</summary>
    public static double ReadFloat(ReadOnlySpan<char> text) =>
        double.Parse(
            text.Contains('_') ? text.ToString().Replace("_", "", StringComparison.Ordinal) : text,
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture);

    public static Mistake IntegerTooLarge(Token token) => new(
        DiagnosticCodes.NumberOutOfRange,
        token.Span,
        "The integer is beyond the 64 bits of an Int",
        $"The largest Int is {long.MaxValue}; write a Float such as 1e19 where precision doesn't matter.");

    private static int HexDigit(char c) => c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;

    public static Mistake FloatTooLarge(Token token) => new(
        DiagnosticCodes.NumberOutOfRange, token.Span, "The number is beyond the range of a Float", "The largest Float is about 1.8e308.");

    private static Parser<ExpressionSyntax> Constant(Constant value) => input => Literal((TokenInput)input, value);

    private static IResult<ExpressionSyntax> Literal(TokenInput at, Constant value) =>
        Lexemes.Success<ExpressionSyntax>(new LiteralSyntax(at.Token.Span, value), at.Next);
}
