using HogTrace.Parser.Lexing;
using Sprache;

namespace HogTrace.Parser.Grammar;

/// <summary>The primitives of the grammar: they accept one token, or note what they expected.</summary>
internal static class Lexemes
{
    /// <summary>A token of a kind.</summary>
    public static Parser<Token> Of(TokenKind kind, Expected expected) => input =>
    {
        var at = (TokenInput)input;
        return at.Token.Kind == kind ? Success(at.Token, at.Next) : Fail<Token>(at, expected);
    };

    /// <summary>A name with a meaning in this place.</summary>
    public static Parser<Token> Of(Word word, Expected expected) => input =>
    {
        var at = (TokenInput)input;
        return at.Token.Word == word ? Success(at.Token, at.Next) : Fail<Token>(at, expected);
    };

    /// <summary>The alternative told by the kind of the first token.</summary>
    public static Parser<T> ByKind<T>(Expected expected, params (TokenKind Kind, Parser<T> Parser)[] alternatives)
    {
        var byKind = new Parser<T>?[(int)TokenKind.Unknown + 1];
        foreach (var (kind, parser) in alternatives)
            byKind[(int)kind] = parser;
        return input =>
        {
            var at = (TokenInput)input;
            return byKind[(int)at.Token.Kind] is { } parser ? parser(at) : Fail<T>(at, expected);
        };
    }

    /// <summary>The alternative told by the first word.</summary>
    public static Parser<T> ByWord<T>(Expected expected, params (Word Word, Parser<T> Parser)[] alternatives)
    {
        var byWord = new Parser<T>?[(int)Word.Send + 1];
        foreach (var (word, parser) in alternatives)
            byWord[(int)word] = parser;
        return input =>
        {
            var at = (TokenInput)input;
            return byWord[(int)at.Token.Word] is { } parser ? parser(at) : Fail<T>(at, expected);
        };
    }

    /// <summary>The parser if the next token is of a kind, else a default.</summary>
    public static Parser<T?> IfNext<T>(this Parser<T> parser, TokenKind kind, Expected expected)
        where T : class => input =>
    {
        var at = (TokenInput)input;
        if (at.Token.Kind == kind)
            return parser(at);
        at.Session.Note(at.Index, expected);
        return Success<T?>(null, at);
    };

    /// <summary>The parser, unless the second token tells the other.</summary>
    public static Parser<T> UnlessSecond<T>(this Parser<T> parser, TokenKind second, Parser<T> other) => input =>
        ((TokenInput)input).Next.Token.Kind == second ? other(input) : parser(input);

    /// <summary>The parser, in another part of the probe.</summary>
    public static Parser<T> Within<T>(this Parser<T> parser, Section section) => input =>
    {
        var session = ((TokenInput)input).Session;
        session.Section = section;
        return parser(input);
    };

    public static IResult<T> Success<T>(T value, TokenInput rest) => Result.Success(value, rest);

    public static IResult<T> Fail<T>(TokenInput at, Expected expected)
    {
        at.Session.Note(at.Index, expected);
        return Result.Failure<T>(at, "", []);
    }

    public static IResult<T> Fail<T>(TokenInput at, Mistake mistake)
    {
        at.Session.Note(at.Index, mistake);
        return Result.Failure<T>(at, "", []);
    }
}
