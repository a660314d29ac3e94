using System.Text;
using HogTrace.Parser.Diagnostics;
using HogTrace.Parser.Lexing;
using HogTrace.Parser.Syntax;
using Sprache;

namespace HogTrace.Parser.Grammar;

/// <summary>The path of a method. A segment is the tokens of names and stars that touch; space ends it.</summary>
internal static class Targets
{
    public static readonly Parser<Named> Segment = input =>
    {
        var at = (TokenInput)input;
        var first = at.Token;
        bool hasStar = false;
        var end = at;
        while (Belongs(end) && (end == at || at.Session.Tokens[end.Index - 1].End == end.Token.Start))
        {
            hasStar |= end.Token.Kind == TokenKind.Star;
            end = end.Next;
        }

        bool isName = end == at.Next && first.Kind == TokenKind.Name;
        if (end == at || (!isName && !hasStar) || first.Kind is TokenKind.Integer or TokenKind.Float or TokenKind.BadNumber)
            return Lexemes.Fail<Named>(at, Expected.Segment);
        var span = SourceSpan.FromBounds(first.Start, at.Session.Tokens[end.Index - 1].End);
        string text = at.Session.Tokens.Source.Substring(span.Start, span.Length);
        return text.Length > 2 && text.Contains("**", StringComparison.Ordinal)
            ? Lexemes.Fail<Named>(at, StarsInSegment(span))
            : Lexemes.Success(new Named(text, span), end);
    };

    /// <summary>Segments with dots between them.</summary>
    public static Parser<Named> Of(Parser<Named> segment) => input =>
    {
        StringBuilder? path = null;
        var result = segment(input);
        while (result.WasSuccessful)
        {
            var at = (TokenInput)result.Remainder;
            if (at.Token.Kind != TokenKind.Dot)
            {
                at.Session.Note(at.Index, Expected.Dot);
                var last = result.Value;
                if (path is null)
                    return result;
                var span = SourceSpan.FromBounds(input.Position, last.Span.End);
                return Lexemes.Success(new Named(path.Append(last.Value).ToString(), span), at);
            }

            (path ??= new StringBuilder()).Append(result.Value.Value).Append('.');
            result = segment(at.Next);
        }

        return result;
    };

    // A digit after a star starts a token of its own, a number; so do the three literals.
    private static bool Belongs(TokenInput at) => at.Token.Kind switch
    {
        TokenKind.Name or TokenKind.Star or TokenKind.True or TokenKind.False or TokenKind.None => true,
        TokenKind.Integer or TokenKind.Float or TokenKind.BadNumber =>
            NameCharacters.TailEnd(at.Source, at.Token.Start) == at.Token.End,
        _ => false,
    };

    private static Mistake StarsInSegment(SourceSpan span) => new(
        DiagnosticCodes.StarsInSegment,
        span,
        "'**' stands for whole segments and can't be a part of one",
        "Write * for any run of characters inside a segment.");
}
