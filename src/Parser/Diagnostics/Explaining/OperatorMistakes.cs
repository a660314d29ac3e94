using HogTrace.Parser.Grammar;
using HogTrace.Parser.Lexing;
using HogTrace.Parser.Syntax;

namespace HogTrace.Parser.Diagnostics.Explaining;

/// <summary>Mistakes after a whole operand, where an operator or the end should stand.</summary>
internal static class OperatorMistakes
{
    public static Mistake? Explain(FailureView view)
    {
        if (view.Expects(Expected.Operator))
        {
            var mistake = WordOperator(view) ?? Assign(view) ?? Call(view);
            if (mistake is not null)
                return mistake;
        }

        if (view.Expects(Expected.Semicolon))
            return Semicolon(view);
        return view.Expects(Expected.Operator) && FailureView.StartsOperand(view.Found) && !(view.IsInBrackets && view.IsPastEnd)
            ? MissingOperator(view)
            : Colon(view);
    }

    private static Mistake? WordOperator(FailureView view)
    {
        bool isNot = view.Previous.Kind == TokenKind.Name && view.Text(view.Previous) == "not" && FailureView.StartsOperand(view.Found);
        if (isNot)
            return new(
                DiagnosticCodes.WordOperator,
                view.Previous.Span,
                "'not' is no operator",
                "Write ! instead, as in !x.");
        if (view.Found.Kind != TokenKind.Name)
            return null;
        string word = view.Text(view.Found);
        string? hint = word switch
        {
            "and" or "AND" => "Write && instead.",
            "or" or "OR" => "Write || instead.",
            "not" => "Write ! instead, as in !x.",
            "is" or "eq" or "equals" => "Write == instead.",
            "in" => "Write contains(y, x) for x in y.",
            "mod" => "Write % instead.",
            "if" or "else" => "Write c ? a : b instead.",
            _ => null,
        };
        return hint is null ? null : new(DiagnosticCodes.WordOperator, view.Found.Span, $"'{word}' is no operator", hint);
    }

    private static Mistake? Assign(FailureView view)
    {
        if (view.Found.Kind != TokenKind.Assign)
            return null;
        if (view.Next.Kind is TokenKind.Greater or TokenKind.Less && view.Next.Start == view.Found.End)
        {
            string meant = view.Next.Kind == TokenKind.Greater ? ">=" : "<=";
            return new(
                DiagnosticCodes.ForeignOperator,
                SourceSpan.FromBounds(view.Found.Start, view.Next.End),
                $"There is no operator '={meant[0]}'",
                $"Write {meant}.");
        }

        bool isField = view.IsInBrackets && view.BeforeOpener.Word is Word.Capture or Word.Send;
        return new(
            DiagnosticCodes.AssignInExpression,
            view.Found.Span,
            "'=' assigns; '==' compares",
            isField ? "Write == here; a captured field's name is a plain name." : "Write == here.");
    }

    private static Mistake? Call(FailureView view)
    {
        if (view.Found.Kind != TokenKind.OpenParen)
            return null;
        bool isMember = view.Previous.Kind == TokenKind.Name && view.BeforePrevious.Kind == TokenKind.Dot;
        if (isMember)
            return new(
                DiagnosticCodes.MethodCall,
                view.Previous.Span,
                $"Methods can't be called, {view.Quote(view.Previous)} included",
                "A probe reads members and calls the functions of the language only.");
        return view.Previous.Kind is TokenKind.CloseParen or TokenKind.CloseBracket
            ? new(DiagnosticCodes.MethodCall, view.Found.Span, "Only a function can be called, by its name")
            : null;
    }

    private static Mistake? Semicolon(FailureView view)
    {
        if (view.IsPastEnd || view.Found.StartsLine || view.Recovery.StartsStatement(view.Index))
            return new(DiagnosticCodes.MissingSemicolon, view.Gap, "A ';' is missing after the statement");
        return FailureView.StartsOperand(view.Found) && view.Expects(Expected.Operator) ? MissingOperator(view)
            : view.Found.Kind is TokenKind.CloseParen or TokenKind.CloseBracket ? BracketMistakes.Stray(view)
            : new(
                DiagnosticCodes.MissingSemicolon,
                view.Gap,
                $"A ';' is missing after the statement, before {view.Quote(view.Found)}");
    }

    private static Mistake MissingOperator(FailureView view)
    {
        string? hint = view.Previous.Kind == TokenKind.String && view.Found.Kind == TokenKind.String
            ? "Strings that follow each other aren't joined; write +."
            : view.Expects(Expected.Comma) ? "Separate arguments with ','." : null;
        string wanted = view.Expects(Expected.Comma) ? "an operator or ','" : "an operator";
        return new(
            DiagnosticCodes.MissingOperator,
            view.Found.Span,
            $"Expected {wanted} before {view.Quote(view.Found)}",
            hint);
    }

    private static Mistake? Colon(FailureView view)
    {
        bool isField = view.Found.Kind == TokenKind.Colon && view.IsInBrackets && view.BeforeOpener.Word is Word.Capture or Word.Send;
        if (isField)
            return new(
                DiagnosticCodes.Unexpected,
                view.Found.Span,
                "A captured field is named with '=', not ':'",
                "As in capture(name=arg0);");
        bool isConditional = view.Expects(Expected.Colon) && view.Section != Section.Spec && view.Found.Kind != TokenKind.Colon;
        return isConditional
            ? new(
                DiagnosticCodes.MissingOperand,
                view.FoundOrGap,
                $"Expected ':' and the other value of the conditional, found {view.Quote(view.Found)}",
                "As in c ? a : b.")
            : null;
    }
}
