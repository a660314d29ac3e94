using HogTrace.Parser.Grammar;

namespace HogTrace.Parser.Diagnostics;

/// <summary>What went wrong, and from which token on the source must be cut again, at the next line; -1 for nowhere.</summary>
internal readonly record struct Explanation(Mistake Mistake, int CutIndex);

/// <summary>Names the mistake behind a failure of the grammar.</summary>
internal static class FailureExplainer
{
    public static Explanation Explain(ParseSession session)
    {
        var failure = session.Failure;
        if (failure.Mistake is { } named)
            return new Explanation(named, -1);
        var found = session.Tokens[failure.Index];
        return new Explanation(
            new Mistake(DiagnosticCodes.Unexpected, found.Span, $"Unexpected {Quoting.Quote(session.Tokens.TextOf(found))}"), -1);
    }
}
