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
