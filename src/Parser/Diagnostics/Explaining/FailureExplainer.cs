using HogTrace.Parser.Grammar;
using HogTrace.Parser.Lexing;

namespace HogTrace.Parser.Diagnostics.Explaining;

/// <summary>What went wrong, and from which token on the source must be cut again, at the next line; -1 for nowhere.</summary>
internal readonly record struct Explanation(Mistake Mistake, int CutIndex);

/// <summary>Names the mistake behind a failure of the grammar: the most telling rule first.</summary>
internal static class FailureExplainer
{
    public static Explanation Explain(ParseSession session)
    {
        if (session.Failure.Mistake is { } named)
            return new Explanation(named, -1);
        var view = new FailureView(session);
        if (StringMistakes.Explain(view) is { } text)
            return text;
        if (SlashSlash(view) is { } slashes)
            return slashes;
        var mistake = TokenMistakes.Explain(view)
            ?? SpecMistakes.Explain(view)
            ?? PredicateMistakes.Explain(view)
            ?? StatementMistakes.Explain(view)
            ?? OperandMistakes.Explain(view)
            ?? BracketMistakes.EndsTooLate(view)
            ?? OperatorMistakes.Explain(view)
            ?? BracketMistakes.Explain(view)
            ?? Unexpected(view);
        return new Explanation(mistake, -1);
    }

    private static Mistake Unexpected(FailureView view) => new(
        DiagnosticCodes.Unexpected,
        view.FoundOrGap,
        $"Expected {Expectations.Describe(view.Expected)}, found {view.Quote(view.Found)}");

    private static Explanation? SlashSlash(FailureView view)
    {
        bool isSecond = view.IsPair(TokenKind.Slash, TokenKind.Slash);
        bool isFirst = view.Found.Kind == TokenKind.Slash && view.Next.Kind == TokenKind.Slash && view.Next.Start == view.Found.End;
        if ((!isFirst && !isSecond) || PredicateMistakes.IsEmpty(view))
            return null;
        int first = isSecond ? view.Index - 1 : view.Index;
        var token = view.Tokens[first];
        var mistake = new Mistake(
            DiagnosticCodes.SlashSlash,
            new(token.Start, 2),
            "'//' is no comment and no operator",
            view.IsInBrackets ? "'/' divides, and truncates when both sides are Int; a comment starts with '#'." : "A comment starts with '#'.");
        return new Explanation(mistake, view.IsInBrackets ? -1 : first);
    }
}
