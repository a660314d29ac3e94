using System.Collections.Immutable;

namespace HogTrace.Parser.Syntax;

/// <summary><c>spec / predicate / { body }</c>.</summary>
internal sealed record ProbeSyntax(
    SourceSpan Span,
    SpecSyntax Spec,
    ExpressionSyntax? Predicate,
    ImmutableArray<StatementSyntax> Body);
