using HogTrace.Bytecode;
using HogTrace.Parser.Grammar;
using HogTrace.Parser.Lexing;

namespace HogTrace.Parser.Diagnostics.Explaining;

/// <summary>Mistakes before the predicate and the body.</summary>
internal static class SpecMistakes
{
    private const string Example = "A probe starts as in fn:Shop.Orders.Create:entry.";

    public static Mistake? Explain(FailureView view) =>
        view.Expects(Expected.Probe) ? Provider(view)
        : view.Section != Section.Spec ? null
        : view.Expects(Expected.Segment) ? Segment(view)
        : view.Expects(Expected.Point) ? Point(view)
        : view.Expected == Expected.Colon ? new(
            DiagnosticCodes.Unexpected,
            view.FoundOrGap,
            $"Expected ':' after '{view.Text(view.Previous)}'",
            Example)
        : view.Expects(Expected.Dot) ? AfterSegment(view)
        : view.Expects(Expected.Integer) ? new(
            DiagnosticCodes.BadOffset,
            view.FoundOrGap,
            $"Expected an integer after '+', found {view.Quote(view.Found)}",
            "An offset counts instructions or lines, as in entry+5.")
        : view.Expects(Expected.Body) ? AfterPoint(view)
        : null;

    private static Mistake Provider(FailureView view)
    {
        switch (view.Found.Kind)
        {
            case TokenKind.CloseBrace or TokenKind.CloseParen or TokenKind.CloseBracket:
                return BracketMistakes.Stray(view);
            case TokenKind.Semicolon:
                return new(
                    DiagnosticCodes.EmptyStatement,
                    view.Found.Span,
                    "A ';' stands outside a probe",
                    "No ';' follows the '}' of a probe.");
            case TokenKind.Name when view.Next.Kind == TokenKind.Colon:
                return new(
                    DiagnosticCodes.UnknownProvider,
                    view.Found.Span,
                    $"Unknown provider {view.Quote(view.Found)}",
                    "Did you mean 'fn'? " + Example);
            case TokenKind.Name when view.Recovery.StartsStatement(view.Index):
                return new(DiagnosticCodes.Unexpected, view.Found.Span, "A statement stands outside a probe", Example);
            default:
                return new(
                    DiagnosticCodes.Unexpected,
                    view.Found.Span,
                    $"Expected a probe, found {view.Quote(view.Found)}",
                    Example);
        }
    }

    private static Mistake Segment(FailureView view)
    {
        string after = view.Previous.Kind == TokenKind.Dot ? "'.'" : "':'";
        return view.Found.Kind switch
        {
            TokenKind.True or TokenKind.False or TokenKind.None =>
                new(
                    DiagnosticCodes.LiteralAsName,
                    view.Found.Span,
                    $"{view.Quote(view.Found)} is a literal and can't be part of a path"),
            TokenKind.Integer or TokenKind.Float or TokenKind.BadNumber =>
                new(DiagnosticCodes.BadTarget, view.Found.Span, "A name can't start with a digit"),
            _ => new(
                DiagnosticCodes.BadTarget,
                view.FoundOrGap,
                $"Expected a name or '*' after {after}, found {view.Quote(view.Found)}",
                Example),
        };
    }

    private static Mistake Point(FailureView view)
    {
        if (view.Found.Kind != TokenKind.Name || view.Found.StartsLine)
            return new(
                DiagnosticCodes.MissingPoint,
                view.FoundOrGap,
                "The probe point is missing",
                "Write 'entry' or 'exit' after the last ':'.");
        string name = view.Text(view.Found);
        string? meant = name.ToUpperInvariant() switch
        {
            "RETURN" or "LEAVE" or "END" or "RET" => "exit",
            "ENTER" or "START" or "BEGIN" or "CALL" => "entry",
            _ => NearestName.Find(name, ["entry", "exit"]),
        };
        return new(
            DiagnosticCodes.UnknownPoint,
            view.Found.Span,
            $"Unknown probe point {view.Quote(view.Found)}",
            meant is null ? "A probe point is 'entry' or 'exit'." : $"Did you mean '{meant}'?");
    }

    private static Mistake AfterSegment(FailureView view)
    {
        if (view.Found.Kind is TokenKind.OpenBrace or TokenKind.Slash or TokenKind.End || view.Found.StartsLine)
            return new(
                DiagnosticCodes.MissingPoint,
                view.Gap,
                "The probe point is missing",
                "Write ':entry' or ':exit' after the path.");
        string hint = view.Found.Kind switch
        {
            TokenKind.OpenParen => "A path names a method without its parameters.",
            TokenKind.Star or TokenKind.Name => "The parts of one segment touch, as in create_*.",
            _ => "Segments are joined by '.', and ':' precedes the probe point.",
        };
        return new(DiagnosticCodes.BadTarget, view.Found.Span, $"{view.Quote(view.Found)} can't be part of a path", hint);
    }

    private static Mistake AfterPoint(FailureView view)
    {
        if (view.Found.Kind == TokenKind.Minus)
            return new(DiagnosticCodes.BadOffset, view.Found.Span, "An offset can't be negative", "Write it as in entry+5.");
        bool startsBody = view.IsPastEnd || view.Recovery.StartsStatement(view.Index);
        if (startsBody)
            return new(DiagnosticCodes.MissingBody, view.Gap, "The '{' of the body is missing");
        string? hint = FailureView.StartsOperand(view.Found) ? "A predicate stands between slashes, as in / arg0 > 5 /." : null;
        return new(
            DiagnosticCodes.Unexpected,
            view.Found.Span,
            $"Expected a predicate or '{{', found {view.Quote(view.Found)}",
            hint);
    }
}
