using HogTrace.Parser.Grammar;
using HogTrace.Parser.Lexing;

namespace HogTrace.Parser.Diagnostics.Explaining;

/// <summary>Brackets without a partner, or with a wrong one.</summary>
internal static class BracketMistakes
{
    public static Mistake? Explain(FailureView view)
    {
        bool isCloser = view.Found.Kind is TokenKind.CloseParen or TokenKind.CloseBracket;
        if (isCloser && !view.IsInBrackets)
            return Stray(view);
        if (!view.IsInBrackets)
            return null;
        if (isCloser && view.Expects(Expected.CloseParen | Expected.CloseBracket))
        {
            char wanted = Partner(view.Opener.Kind);
            return new(
                DiagnosticCodes.MismatchedBracket,
                view.Found.Span,
                $"{view.Quote(view.Found)} doesn't close the {view.Quote(view.Opener)} before it",
                $"Expected '{wanted}'.");
        }

        return view.IsPastEnd ? Unclosed(view) : null;
    }

    /// <summary>
    /// A comma in plain parentheses, or a field's <c>name =</c> inside a call's: the parenthesis was to end before it.
    /// </summary>
    public static Mistake? EndsTooLate(FailureView view)
    {
        if (!view.IsInBrackets || view.Opener.Kind != TokenKind.OpenParen || view.BeforeOpener.Word is Word.Capture or Word.Send)
            return null;
        bool isCall = view.BeforeOpener.Kind == TokenKind.Name;
        bool startsField = view.Found.Kind == TokenKind.Assign
            && view.Previous.Kind == TokenKind.Name
            && view.BeforePrevious.Kind == TokenKind.Comma;
        if (!startsField && (isCall || view.Found.Kind != TokenKind.Comma))
            return null;
        string place = startsField ? $"the field {view.Quote(view.Previous)}" : "','";
        return new(
            DiagnosticCodes.UnclosedBracket,
            view.Opener.Span,
            "The '(' is not closed",
            $"Expected ')' before {place}.");
    }

    public static Mistake Unclosed(FailureView view) => new(
        DiagnosticCodes.UnclosedBracket,
        view.Opener.Span,
        $"The {view.Quote(view.Opener)} is never closed",
        $"Expected '{Partner(view.Opener.Kind)}' before {view.Quote(view.Found)}.");

    public static Mistake Stray(FailureView view)
    {
        char opener = view.Found.Kind switch { TokenKind.CloseBrace => '{', TokenKind.CloseParen => '(', _ => '[' };
        return new(
            DiagnosticCodes.StrayBracket,
            view.Found.Span,
            $"The {view.Quote(view.Found)} has no '{opener}' before it");
    }

    private static char Partner(TokenKind opener) => opener == TokenKind.OpenParen ? ')' : ']';
}
