using System.Collections.Immutable;
using HogTrace.Parser.Diagnostics;
using HogTrace.Parser.Lexing;
using HogTrace.Parser.Syntax;
using Sprache;

namespace HogTrace.Parser.Grammar;

/// <summary>A name and where it stands.</summary>
internal readonly record struct Named(string Value, SourceSpan Span);

/// <summary>Names in expressions: which are names at all, and which are calls.</summary>
internal static class Names
{
    /// <summary>A token's text.</summary>
    public static Parser<Named> Text(Parser<Token> token) => input =>
    {
        var result = token(input);
        return result.WasSuccessful
            ? Lexemes.Success(new Named(TextOf(input), result.Value.Span), (TokenInput)result.Remainder)
            : Result.Failure<Named>(result.Remainder, "", []);
    };

    /// <summary>A plain name, or a call when arguments follow.</summary>
    public static Parser<ExpressionSyntax> OrCall(Parser<Bracketed<ImmutableArray<ExpressionSyntax>>> arguments) => input =>
    {
        var at = (TokenInput)input;
        var name = new Named(TextOf(input), at.Token.Span);
        if (at.Next.Token.Kind != TokenKind.OpenParen)
        {
            return Foreign(name) is { } foreign
                ? Lexemes.Fail<ExpressionSyntax>(at, foreign)
                : Lexemes.Success<ExpressionSyntax>(new NameSyntax(name.Span, name.Value), at.Next);
        }

        if (NoFunction(at.Token, name) is { } mistake)
            return Lexemes.Fail<ExpressionSyntax>(at, mistake);
        var result = arguments(at.Next);
        if (!result.WasSuccessful)
            return Result.Failure<ExpressionSyntax>(result.Remainder, "", []);
        var span = SourceSpan.FromBounds(name.Span.Start, result.Value.Span.End);
        return Lexemes.Success<ExpressionSyntax>(
            new CallSyntax(span, name.Value, name.Span, result.Value.Value), (TokenInput)result.Remainder);
    };

    public static bool IsLong(Token request) => request.End - request.Start > "$req".Length;

    private static string TextOf(IInput input)
    {
        var at = (TokenInput)input;
        return at.Session.Tokens.Text(at.Token);
    }

    private static Mistake? Foreign(Named name)
    {
        string? meant = name.Value switch { "true" => "True", "false" => "False", "null" => "None", _ => null };
        return meant is null
            ? null
            : new Mistake(DiagnosticCodes.ForeignLiteral, name.Span, $"'{name.Value}' is no literal of this language; '{meant}' is", $"Did you mean '{meant}'?");
    }

    private static Mistake? NoFunction(Token token, Named name)
    {
        if (name.Value == "not")
            return new(DiagnosticCodes.WordOperator, name.Span, "'not' is no operator", "Write ! instead, as in !x.");
        return token.Word is Word.Capture or Word.Send
            ? new(
                DiagnosticCodes.CaptureInExpression,
                name.Span,
                $"'{name.Value}' is a statement and has no value",
                "Put it on its own, as in capture(x);")
            : null;
    }
}
