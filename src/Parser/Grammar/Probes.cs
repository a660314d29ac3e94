using HogTrace.Parser.Lexing;
using HogTrace.Parser.Syntax;
using Sprache;

namespace HogTrace.Parser.Grammar;

/// <summary>What precedes a probe's statements.</summary>
internal sealed record ProbeHead(SpecSyntax Spec, ExpressionSyntax? Predicate, Token OpenBrace);

/// <summary>
/// The probe but for its statements, which are read one by one, so that a mistake in one doesn't hide the next.
/// </summary>
internal static class Probes
{
    private static readonly Parser<Token> s_slash = Lexemes.Of(TokenKind.Slash, Expected.PredicateEnd);

    private static readonly Parser<ExpressionSyntax> s_predicate =
        from open in s_slash
        from expression in Expressions.Expression.Within(Section.Predicate)
        from close in s_slash
        select expression;

    public static readonly Parser<ProbeHead> Head =
        from spec in Specs.Spec
        from predicate in s_predicate.IfNext(TokenKind.Slash, Expected.Predicate)
        from open in Lexemes.Of(TokenKind.OpenBrace, Expected.Body)
        select new ProbeHead(spec, predicate, open);
}
