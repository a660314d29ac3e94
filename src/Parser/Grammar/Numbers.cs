using HogTrace.Parser.Diagnostics;
using HogTrace.Parser.Lexing;
using HogTrace.Parser.Syntax;
using Sprache;

namespace HogTrace.Parser.Grammar;

/// <summary>A number and where it stands.</summary>
internal readonly record struct Number<T>(T Value, SourceSpan Span);

/// <summary>Numbers outside expressions.</summary>
internal static class Numbers
{
    /// <summary>N of <c>entry+N</c>.</summary>
    public static readonly Parser<Number<uint>> Offset = input =>
    {
        var at = (TokenInput)input;
        if (at.Token.Kind != TokenKind.Integer)
            return Lexemes.Fail<Number<uint>>(at, Expected.Integer);
        return Literals.TryReadMagnitude(at.Session.Tokens.TextOf(at.Token), out ulong value) && value <= uint.MaxValue
            ? Lexemes.Success(new Number<uint>((uint)value, at.Token.Span), at.Next)
            : Lexemes.Fail<Number<uint>>(at, OffsetTooLarge(at.Token));
    };

    /// <summary>An integer of 64 bits, as a double.</summary>
    public static readonly Parser<Number<double>> Integer = input =>
    {
        var at = (TokenInput)input;
        if (at.Token.Kind != TokenKind.Integer)
            return Lexemes.Fail<Number<double>>(at, Expected.Integer);
        return Literals.TryReadMagnitude(at.Session.Tokens.TextOf(at.Token), out ulong value) && value <= long.MaxValue
            ? Lexemes.Success(new Number<double>(value, at.Token.Span), at.Next)
            : Lexemes.Fail<Number<double>>(at, Literals.IntegerTooLarge(at.Token));
    };

    /// <summary>A float.</summary>
    public static readonly Parser<Number<double>> Float = input =>
    {
        var at = (TokenInput)input;
        double value = Literals.ReadFloat(at.Session.Tokens.TextOf(at.Token));
        return double.IsFinite(value)
            ? Lexemes.Success(new Number<double>(value, at.Token.Span), at.Next)
            : Lexemes.Fail<Number<double>>(at, Literals.FloatTooLarge(at.Token));
    };

    private static Mistake OffsetTooLarge(Token token) => new(
        DiagnosticCodes.NumberOutOfRange, token.Span, $"The offset is larger than {uint.MaxValue}");
}
