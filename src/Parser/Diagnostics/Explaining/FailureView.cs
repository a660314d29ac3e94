using HogTrace.Parser.Grammar;
using HogTrace.Parser.Lexing;
using HogTrace.Parser.Syntax;

namespace HogTrace.Parser.Diagnostics.Explaining;

/// <summary>The tokens around a failure of the grammar, and what it expected there.</summary>
internal sealed class FailureView(ParseSession session)
{
    private readonly FurthestFailure _failure = session.Failure;

    public TokenStream Tokens => session.Tokens;

    public int Index => _failure.Index;

    public Token Found => Tokens[Index];

    public Token Next => Tokens[Index + 1];

    public Token Previous => Index > 0 ? Tokens[Index - 1] : default;

    public Token BeforePrevious => Index > 1 ? Tokens[Index - 2] : default;

    public Expected Expected => _failure.Expected;

    public Section Section => _failure.Section;

    public bool IsInBrackets => _failure.Opener >= 0;

    public Token Opener => Tokens[_failure.Opener];

    public Token BeforeOpener => Tokens[_failure.Opener - 1];

    public Token BodyOpener => Tokens[session.BodyOpener];

    public Recovery Recovery { get; } = new(session.Tokens);

    /// <summary>Where something is missing: right after the token before.</summary>
    public SourceSpan Gap => new(Previous.End, 0);

    /// <summary>The found token, or the gap before it when it stands on another line or is the end.</summary>
    public SourceSpan FoundOrGap =>
        Index > 0 && (Found.Kind == TokenKind.End || Found.StartsLine) ? Gap : Found.Span;

    /// <summary>Whether the found token can't belong to the brackets it stands in.</summary>
    public bool IsPastEnd =>
        Found.Kind is TokenKind.Semicolon or TokenKind.OpenBrace or TokenKind.CloseBrace or TokenKind.End
        || (Found.StartsLine && (Recovery.StartsProbe(Index) || Recovery.StartsStatement(Index)));

    public bool Expects(Expected expected) => (Expected & expected) != 0;

    /// <summary>Whether the failure is at the second of two touching tokens.</summary>
    public bool IsPair(TokenKind first, TokenKind second) =>
        Previous.Kind == first && Found.Kind == second && Previous.End == Found.Start;

    public SourceSpan Pair => SourceSpan.FromBounds(Previous.Start, Found.End);

    public string Text(Token token) => Tokens.Text(token);

    public string Quote(Token token) =>
        token.Kind == TokenKind.End ? "the end of the source" : Quoting.Quote(Tokens.TextOf(token));

    public static bool StartsOperand(Token token) =>
        token.Kind is >= TokenKind.Name and <= TokenKind.Request or TokenKind.OpenParen;
}
