using HogTrace.Parser.Grammar;
using HogTrace.Parser.Lexing;

namespace HogTrace.Parser.Diagnostics.Explaining;

/// <summary>Mistakes with the slashes around a predicate.</summary>
internal static class PredicateMistakes
{
    private const string Division = "If a division is meant, put it in parentheses, as in / (arg0 / 2) > 5 /.";

    public static bool IsEmpty(FailureView view) =>
        view is { Section: Section.Predicate, IsInBrackets: false, Previous.Kind: TokenKind.Slash, Found.Kind: TokenKind.Slash }
        && view.Expects(Expected.Expression);

    public static Mistake? Explain(FailureView view)
    {
        if (IsEmpty(view))
        {
            bool touch = view.Previous.End == view.Found.Start;
            return new(
                DiagnosticCodes.EmptyPredicate,
                view.Pair,
                "The predicate is empty",
                touch ? "Leave out both slashes; a comment starts with '#'." : "Leave out both slashes, or write a condition.");
        }

        if (view.Section != Section.Predicate || view.IsInBrackets)
            return null;
        if (view.Expects(Expected.Body))
            return AfterPredicate(view);
        bool isUnclosed = view.Expects(Expected.PredicateEnd) && view.IsPastEnd;
        return isUnclosed
            ? new(DiagnosticCodes.UnclosedPredicate, view.Gap, "The '/' that ends the predicate is missing")
            : null;
    }

    private static Mistake AfterPredicate(FailureView view)
    {
        bool isDivision = (FailureView.StartsOperand(view.Found) || view.Found.Kind is TokenKind.Minus or TokenKind.Bang)
            && !view.Recovery.StartsStatement(view.Index)
            && !view.Found.StartsLine;
        if (isDivision)
            return new(DiagnosticCodes.SlashInPredicate, view.Previous.Span, "A bare '/' ends the predicate", Division);
        return view.IsPastEnd || view.Recovery.StartsStatement(view.Index)
            ? new(DiagnosticCodes.MissingBody, view.Gap, "The '{' of the body is missing")
            : new(
                DiagnosticCodes.Unexpected,
                view.Found.Span,
                $"Expected '{{' after the predicate, found {view.Quote(view.Found)}",
                Division);
    }
}
