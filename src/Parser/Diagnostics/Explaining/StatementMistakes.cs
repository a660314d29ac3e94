using HogTrace.Bytecode;
using HogTrace.Parser.Grammar;
using HogTrace.Parser.Lexing;

namespace HogTrace.Parser.Diagnostics.Explaining;

/// <summary>Mistakes at the start of a statement, and in its fixed parts.</summary>
internal static class StatementMistakes
{
    private const string Statements = "A statement is $req.name = …; sample 10%; or capture(…);";

    // Assignments are told from other nonsense by a short look ahead.
    private const int LookAhead = 32;

    public static Mistake? Explain(FailureView view) =>
        view.Section != Section.Body ? null
        : view.Expects(Expected.Statement) ? Start(view)
        : view.Expects(Expected.Number | Expected.SampleUnit) ? Sample(view)
        : view.Expects(Expected.Integer) ? new(
            DiagnosticCodes.SampleWithoutUnit,
            view.FoundOrGap,
            "A sampling ratio is of two integers",
            "As in sample 1/100;")
        : view.Expects(Expected.OpenParen) ? new(
            DiagnosticCodes.Unexpected,
            view.FoundOrGap,
            $"Expected '(' after '{view.Text(view.Previous)}', found {view.Quote(view.Found)}",
            "As in capture(x);")
        : view.Expects(Expected.ArgumentName) ? ArgumentName(view)
        : view.Expected == Expected.Dot ? new(
            DiagnosticCodes.RequestWithoutName,
            view.Previous.Span,
            $"'{view.Text(view.Previous)}' on its own is no value",
            $"Name what is stored, as in {view.Text(view.Previous)}.user_id.")
        : view.Expects(Expected.Assign) ? Assign(view)
        : null;

    private static Mistake Start(FailureView view)
    {
        switch (view.Found.Kind)
        {
            case TokenKind.Semicolon:
                return new(
                    DiagnosticCodes.EmptyStatement,
                    view.Found.Span,
                    "There is no statement before this ';'",
                    "Leave it out.");
            case TokenKind.End:
                return Unclosed(view);
            case TokenKind.Name when view.Found.StartsLine && view.Recovery.StartsProbe(view.Index):
                return Unclosed(view);
            case TokenKind.Name:
                return Word(view);
            case TokenKind.CloseParen or TokenKind.CloseBracket:
                return BracketMistakes.Stray(view);
            case TokenKind.Slash:
                return new(
                    DiagnosticCodes.NotAStatement,
                    view.Found.Span,
                    "A predicate can't stand in the body",
                    "Write it before the '{'.");
            default:
                return new(
                    DiagnosticCodes.NotAStatement,
                    view.Found.Span,
                    $"Expected a statement, found {view.Quote(view.Found)}",
                    Statements);
        }
    }

    private static Mistake Unclosed(FailureView view) => new(
        DiagnosticCodes.UnclosedBody,
        view.BodyOpener.Span,
        "The body that starts here is never closed",
        $"Expected '}}' before {view.Quote(view.Found)}.");

    private static Mistake Word(FailureView view)
    {
        string name = view.Text(view.Found);
        if (FindsAssignment(view))
        {
            return new(
                DiagnosticCodes.AssignToName,
                view.Found.Span,
                "Only values of the request can be assigned",
                view.Next.Kind == TokenKind.Assign ? $"Write $req.{name} = …;" : "Write $req.name = …; a probe changes nothing else.");
        }

        if (name is "if" or "for" or "while" or "return" or "let" or "var" or "def")
            return new(
                DiagnosticCodes.UnknownStatement,
                view.Found.Span,
                $"There is no '{name}' statement",
                "Conditions stand in the predicate, or as c ? a : b in a value.");
        string? meant = name is "print" or "printf" or "log" or "emit" or "trace" or "record"
            ? "capture"
            : NearestName.Find(name, ["capture", "send", "sample"]);
        bool isCall = view.Next.Kind == TokenKind.OpenParen;
        bool isFunction = FunctionTable.Find(name) is not null;
        return meant is not null && !isFunction
            ? new(
                DiagnosticCodes.UnknownStatement,
                view.Found.Span,
                $"Unknown statement {view.Quote(view.Found)}",
                $"Did you mean '{meant}'?")
            : new(
                DiagnosticCodes.NotAStatement,
                view.Found.Span,
                "An expression is no statement",
                isCall ? $"Record its value, as in capture({name}(…));" : Statements);
    }

    private static bool FindsAssignment(FailureView view)
    {
        for (int i = view.Index + 1; i < view.Index + LookAhead; i++)
        {
            switch (view.Tokens[i].Kind)
            {
                case TokenKind.Assign:
                    return true;
                case TokenKind.OpenParen or TokenKind.Semicolon or TokenKind.OpenBrace or TokenKind.CloseBrace or TokenKind.End:
                    return false;
            }
        }

        return false;
    }

    private static Mistake Sample(FailureView view)
    {
        if (view.Expects(Expected.Number))
            return new(
                DiagnosticCodes.SampleWithoutUnit,
                view.FoundOrGap,
                $"Expected a number after 'sample', found {view.Quote(view.Found)}",
                "As in sample 10%; or sample 1/100;");
        return new(
            DiagnosticCodes.SampleWithoutUnit,
            view.Previous.Span,
            "The sampling rate lacks its unit",
            $"Write sample {view.Text(view.Previous)}%; or a ratio such as sample 1/100;");
    }

    private static Mistake ArgumentName(FailureView view) => view.Found.Kind is TokenKind.True or TokenKind.False or TokenKind.None
        ? new(
            DiagnosticCodes.LiteralAsName,
            view.Found.Span,
            $"{view.Quote(view.Found)} is a literal and can't name a field")
        : new(DiagnosticCodes.Unexpected, view.FoundOrGap, $"Expected a name, found {view.Quote(view.Found)}");

    private static Mistake Assign(FailureView view) => view.Found.Kind switch
    {
        TokenKind.EqualEqual => new(
            DiagnosticCodes.NotAnAssignment, view.Found.Span, "'==' compares; a statement assigns with '='"),
        TokenKind.Dot or TokenKind.OpenBracket => new(
            DiagnosticCodes.AssignToName, view.Found.Span, "Only a whole value of the request can be assigned, not a part of it"),
        _ => new(
            DiagnosticCodes.NotAStatement, view.FoundOrGap, $"Expected '=' after the name, found {view.Quote(view.Found)}", "An expression is no statement; assign or capture it."),
    };
}
