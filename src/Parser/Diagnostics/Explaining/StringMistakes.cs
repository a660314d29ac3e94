using HogTrace.Parser.Grammar;
using HogTrace.Parser.Lexing;
using HogTrace.Parser.Syntax;

namespace HogTrace.Parser.Diagnostics.Explaining;

/// <summary>Quotes without a partner.</summary>
internal static class StringMistakes
{
    public static Explanation? Explain(FailureView view)
    {
        if (view.Found.Kind == TokenKind.UnterminatedString)
            return Unterminated(view, view.Index);

        // When a string over several lines is followed by nonsense, its end was the beginning of another string.
        bool wasMultiline = view.Previous.Kind == TokenKind.String && view.Tokens.TextOf(view.Previous).Contains('\n');
        return wasMultiline && FailureView.StartsOperand(view.Found) ? Unterminated(view, view.Index - 1)
            : view.Found.Kind == TokenKind.String && view.Tokens.TextOf(view.Found).Contains('\n') && view.Expects(Expected.Operator)
            ? Unterminated(view, view.Index)
            : null;
    }

    private static Explanation Unterminated(FailureView view, int index)
    {
        char quote = view.Tokens.Source[view.Tokens[index].Start];
        return new Explanation(
            new Mistake(
                DiagnosticCodes.UnterminatedString,
                new SourceSpan(view.Tokens[index].Start, 1),
                "The string that starts here is never closed",
                $"Close it with {quote}, or write \\{quote} for the quote itself."),
            index);
    }
}
