using HogTrace.Parser.Grammar;
using HogTrace.Parser.Lexing;
using HogTrace.Parser.Syntax;

namespace HogTrace.Parser.Diagnostics.Explaining;

/// <summary>Text that is no token, and tokens of other languages.</summary>
internal static class TokenMistakes
{
    public static Mistake? Explain(FailureView view) => view.Found.Kind switch
    {
        TokenKind.UnterminatedComment => new(
            DiagnosticCodes.UnterminatedComment, view.Found.Span, "The comment that starts here is never closed", "Close it with */."),
        TokenKind.BadNumber when !view.Expects(Expected.Segment) => BadNumber(view),
        TokenKind.Unknown => Unknown(view),
        _ => Compound(view) ?? Pair(view),
    };

    private static Mistake BadNumber(FailureView view)
    {
        string text = view.Text(view.Found);
        bool isHex = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        string hint = text.Contains('_') ? "An underscore stands between two digits."
            : isHex ? "A hexadecimal integer is 0x and the digits 0 to 9, a to f."
            : text[^1] is 'e' or 'E' or '+' or '-' ? "Digits are missing in the exponent."
            : "A letter can't follow a number directly.";
        return new(DiagnosticCodes.BadNumber, view.Found.Span, $"{view.Quote(view.Found)} is no number", hint);
    }

    private static Mistake Unknown(FailureView view)
    {
        string text = view.Text(view.Found);
        if (text[0] == '$')
        {
            return new(
                DiagnosticCodes.RequestWithoutName, view.Found.Span, $"{view.Quote(view.Found)} is no name", "Only $req and $request start with '$', as in $req.user_id.");
        }

        if (char.IsSurrogate(text, 0) && text.Length == 1)
            return new(DiagnosticCodes.LoneSurrogate, view.Found.Span, "Half a surrogate pair is no character");
        string? hint = text switch
        {
            "&" => "Write && for a logical and.",
            "|" => "Write || for a logical or.",
            "^" or "~" => "There are no operators on bits.",
            "`" or "\u201C" or "\u201D" or "\u2018" or "\u2019" => "A string stands in \" or '.",
            _ => null,
        };
        bool isOperator = text is "&" or "|" or "^" or "~";
        return isOperator
            ? new(DiagnosticCodes.ForeignOperator, view.Found.Span, $"There is no operator {view.Quote(view.Found)}", hint)
            : new(
                DiagnosticCodes.UnknownCharacter,
                view.Found.Span,
                $"The character {view.Quote(view.Found)} has no meaning here",
                hint);
    }

    /// <summary><c>+=</c> and its like, <c>++</c> and <c>--</c>.</summary>
    private static Mistake? Compound(FailureView view)
    {
        bool isArithmetic = view.Found.Kind is >= TokenKind.Plus and <= TokenKind.Percent;
        bool isCompound = view.Next.Kind == TokenKind.Assign
            || (view.Next.Kind == view.Found.Kind && view.Found.Kind is TokenKind.Plus or TokenKind.Minus);
        if (!isArithmetic || !isCompound || view.Next.Start != view.Found.End || !view.Expects(Expected.Operator | Expected.Assign))
            return null;
        var span = SourceSpan.FromBounds(view.Found.Start, view.Next.End);
        return NoOperator(view, span, "Write the whole assignment, as in $req.n = $req.n + 1;");
    }

    private static Mistake? Pair(FailureView view)
    {
        if (view.Previous.End != view.Found.Start || view.Index == 0)
            return null;
        return (view.Previous.Kind, view.Found.Kind) switch
        {
            (TokenKind.EqualEqual, TokenKind.Assign) => NoOperator(view, view.Pair, "Write ==."),
            (TokenKind.BangEqual, TokenKind.Assign) => NoOperator(view, view.Pair, "Write !=."),
            (TokenKind.Less, TokenKind.Greater) => NoOperator(view, view.Pair, "Write !=."),
            (TokenKind.Star, TokenKind.Star) when view.Section != Section.Spec => NoOperator(
                view,
                view.Pair,
                "There is no power operator; multiply instead."),
            (TokenKind.Less, TokenKind.Less) or (TokenKind.Greater, TokenKind.Greater) => NoOperator(
                view,
                view.Pair,
                "There are no operators on bits."),
            (TokenKind.Plus, TokenKind.Plus) => NoOperator(
                view,
                view.Pair,
                "A probe changes nothing but $req; write $req.n = $req.n + 1;"),
            (TokenKind.Question, TokenKind.Question) => NoOperator(view, view.Pair, "Write x == None ? y : x."),
            (TokenKind.Question, TokenKind.Dot) => NoOperator(view, view.Pair, "Write x == None ? None : x.name."),
            _ => null,
        };
    }

    private static Mistake NoOperator(FailureView view, SourceSpan span, string hint) => new(
        DiagnosticCodes.ForeignOperator, span, $"There is no operator {Quoting.Quote(view.Tokens.Source.AsSpan(span.Start, span.Length))}", hint);
}
