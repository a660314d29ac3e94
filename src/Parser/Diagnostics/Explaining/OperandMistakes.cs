using HogTrace.Parser.Grammar;
using HogTrace.Parser.Lexing;
using HogTrace.Parser.Syntax;

namespace HogTrace.Parser.Diagnostics.Explaining;

/// <summary>Mistakes where a value or a name should stand.</summary>
internal static class OperandMistakes
{
    public static Mistake? Explain(FailureView view) =>
        view.Expected == Expected.Dot ? Request(view)
        : view.Expects(Expected.MemberName) ? Member(view)
        : view.Expects(Expected.Expression) ? Operand(view)
        : null;

    private static Mistake Request(FailureView view)
    {
        string store = view.Text(view.Previous);
        return new(
            DiagnosticCodes.RequestWithoutName,
            view.Previous.Span,
            $"'{store}' on its own is no value",
            $"Name what is stored, as in {store}.user_id.");
    }

    private static Mistake Member(FailureView view)
    {
        var number = view.BeforePrevious;
        bool isNumber = number.Kind is TokenKind.Integer or TokenKind.Float && number.End == view.Previous.Start;
        if (isNumber)
        {
            bool goesOn = view.Found.Kind is TokenKind.Integer or TokenKind.Float or TokenKind.BadNumber && view.Found.Start == view.Previous.End;
            var span = SourceSpan.FromBounds(number.Start, goesOn ? view.Found.End : view.Previous.End);
            string text = view.Tokens.Source.Substring(span.Start, span.Length);
            return new(
                DiagnosticCodes.BadNumber, span, $"'{text}' is no number", goesOn ? "A number has one point at most." : $"Write {text}0.");
        }

        return view.Found.Kind is TokenKind.True or TokenKind.False or TokenKind.None
            ? new(
                DiagnosticCodes.LiteralAsName,
                view.Found.Span,
                $"{view.Quote(view.Found)} is a literal and can't name a member")
            : new(
                DiagnosticCodes.MissingOperand,
                view.FoundOrGap,
                $"Expected a name after '.', found {view.Quote(view.Found)}");
    }

    private static Mistake Operand(FailureView view)
    {
        switch (view.Found.Kind)
        {
            case TokenKind.Dot when view.Next.Kind is TokenKind.Integer or TokenKind.BadNumber && view.Next.Start == view.Found.End:
                string text = "." + view.Text(view.Next);
                return new(
                    DiagnosticCodes.BadNumber,
                    SourceSpan.FromBounds(view.Found.Start, view.Next.End),
                    $"'{text}' is no number",
                    $"Write 0{text}.");
            case TokenKind.Plus:
                return new(
                    DiagnosticCodes.ForeignOperator,
                    view.Found.Span,
                    "There is no prefix operator '+'",
                    "Leave it out.");
            case TokenKind.OpenBracket:
                return new(
                    DiagnosticCodes.ListLiteral,
                    view.Found.Span,
                    "There are no list literals",
                    "Pass the values one by one.");
            case TokenKind.OpenBrace when view.IsInBrackets && view.Previous.Kind != TokenKind.Slash:
                return new(
                    DiagnosticCodes.ListLiteral,
                    view.Found.Span,
                    "There are no mapping or set literals",
                    "Pass the values one by one.");
            case TokenKind.OpenBrace when view.IsInBrackets:
                return BracketMistakes.Unclosed(view);
        }

        string after = view.Index > 0 ? $" after {view.Quote(view.Previous)}" : "";
        return new(
            DiagnosticCodes.MissingOperand,
            view.FoundOrGap,
            $"Expected an expression{after}, found {view.Quote(view.Found)}");
    }
}
