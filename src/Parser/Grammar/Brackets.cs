using System.Collections.Immutable;
using HogTrace.Bytecode;
using HogTrace.Parser.Diagnostics;
using HogTrace.Parser.Lexing;
using HogTrace.Parser.Syntax;
using Sprache;

namespace HogTrace.Parser.Grammar;

/// <summary>A thing between brackets, and their span.</summary>
internal readonly record struct Bracketed<T>(SourceSpan Span, T Value);

/// <summary>Combinators for brackets and the lists in them. They know the innermost bracket and bound the nesting.</summary>
internal static class Brackets
{
    public static Parser<Bracketed<T>> Parens<T>(Parser<T> inner, bool isLevel = true) =>
        Between(TokenKind.OpenParen, Expected.OpenParen, inner, TokenKind.CloseParen, Expected.CloseParen, isLevel);

    public static Parser<Bracketed<T>> Squares<T>(Parser<T> inner) =>
        Between(TokenKind.OpenBracket, Expected.Nothing, inner, TokenKind.CloseBracket, Expected.CloseBracket, isLevel: true);

    /// <summary>Items with commas between them; none when the list is closed at once.</summary>
    public static Parser<ImmutableArray<T>> Items<T>(Parser<T> item, bool allowsTrailingComma) => input =>
    {
        var at = (TokenInput)input;
        if (at.Token.Kind == TokenKind.CloseParen)
            return Lexemes.Success(ImmutableArray<T>.Empty, at);
        var items = ImmutableArray.CreateBuilder<T>(1);
        while (true)
        {
            var result = item(at);
            if (!result.WasSuccessful)
                return Result.Failure<ImmutableArray<T>>(result.Remainder, "", []);
            items.Add(result.Value);
            at = (TokenInput)result.Remainder;
            if (at.Token.Kind != TokenKind.Comma)
            {
                at.Session.Note(at.Index, Expected.Comma);
                return Lexemes.Success(items.DrainToImmutable(), at);
            }

            at = at.Next;
            if (allowsTrailingComma && at.Token.Kind == TokenKind.CloseParen)
                return Lexemes.Success(items.DrainToImmutable(), at);
        }
    };

    /// <summary>The mistake of nesting deeper than the limit.</summary>
    public static Mistake TooDeep(Token token) => new(
        DiagnosticCodes.NestingTooDeep,
        token.Span,
        $"Nesting is more than {Limits.SourceNesting} levels deep",
        "Parentheses, brackets, calls, prefix operators and conditionals count as a level each.");

    private static Parser<Bracketed<T>> Between<T>(
        TokenKind open, Expected opening, Parser<T> inner, TokenKind close, Expected closing, bool isLevel) => input =>
    {
        var first = (TokenInput)input;
        if (first.Token.Kind != open)
            return Lexemes.Fail<Bracketed<T>>(first, opening);
        var session = first.Session;
        int outer = session.Opener;
        if (isLevel && !session.Enter())
            return Lexemes.Fail<Bracketed<T>>(first, TooDeep(first.Token));
        session.Opener = first.Index;
        var result = inner(first.Next);
        var last = (TokenInput)result.Remainder;
        if (!result.WasSuccessful)
            return Result.Failure<Bracketed<T>>(last, "", []);
        if (last.Token.Kind != close)
            return Lexemes.Fail<Bracketed<T>>(last, closing);
        session.Opener = outer;
        session.Leave(isLevel ? 1 : 0);
        var span = SourceSpan.FromBounds(first.Token.Start, last.Token.End);
        return Lexemes.Success(new Bracketed<T>(span, result.Value), last.Next);
    };
}
