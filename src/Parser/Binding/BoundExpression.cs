using System.Collections.Immutable;
using HogTrace.Bytecode;
using HogTrace.Parser.Syntax;

namespace HogTrace.Parser.Binding;

/// <summary>
/// An expression whose functions are resolved and whose parentheses are gone. Chains stay flat, so that depth is
/// bounded as the syntax tree's is.
/// </summary>
internal abstract record BoundExpression(SourceSpan Span);

/// <summary>A literal, or what constants were folded to.</summary>
internal sealed record BoundConstant(SourceSpan Span, Constant Value) : BoundExpression(Span);

/// <summary>A plain name.</summary>
internal sealed record BoundName(SourceSpan Span, string Name) : BoundExpression(Span);

/// <summary>A name of the request store; the store as it was spelt.</summary>
internal sealed record BoundRequest(SourceSpan Span, string Store, string Name, SourceSpan NameSpan)
    : BoundExpression(Span);

/// <summary>A call of a known function with a fitting number of arguments.</summary>
internal sealed record BoundCall(
    SourceSpan Span,
    FunctionEntry Function,
    SourceSpan FunctionSpan,
    ImmutableArray<BoundExpression> Arguments)
    : BoundExpression(Span);

/// <summary>An operand and what is read from it, step by step.</summary>
internal sealed record BoundPostfix(
    SourceSpan Span,
    BoundExpression Operand,
    ImmutableArray<BoundAccess> Accesses)
    : BoundExpression(Span);

/// <summary>One step of a postfix chain.</summary>
internal abstract record BoundAccess(SourceSpan Span);

/// <summary><c>.name</c>; the span is the name's.</summary>
internal sealed record BoundMember(SourceSpan Span, string Name) : BoundAccess(Span);

/// <summary><c>[index]</c>.</summary>
internal sealed record BoundIndex(SourceSpan Span, BoundExpression Index) : BoundAccess(Span);

/// <summary><c>[start:stop:step]</c>; a part left out is null.</summary>
internal sealed record BoundSlice(
    SourceSpan Span,
    BoundExpression? Start,
    BoundExpression? Stop,
    BoundExpression? Step)
    : BoundAccess(Span);

/// <summary><c>!x</c> or <c>-x</c>.</summary>
internal sealed record BoundUnary(SourceSpan Span, UnaryOperator Operator, BoundExpression Operand)
    : BoundExpression(Span)
{
    public SourceSpan OperatorSpan => new(Span.Start, 1);
}

/// <summary>Arithmetic or comparisons of one level, applied from the left.</summary>
internal sealed record BoundChain(SourceSpan Span, BoundExpression First, ImmutableArray<BoundLink> Links)
    : BoundExpression(Span);

/// <summary><c>a &amp;&amp; b …</c> or <c>a || b …</c>. Without links it is the truth of its only operand.</summary>
internal sealed record BoundLogical(SourceSpan Span, bool IsOr, BoundExpression First, ImmutableArray<BoundLink> Links)
    : BoundExpression(Span);

/// <summary>An operator of a chain and its right operand.</summary>
internal readonly record struct BoundLink(BinaryOperator Operator, SourceSpan OperatorSpan, BoundExpression Operand);

/// <summary><c>condition ? then : otherwise</c>.</summary>
internal sealed record BoundConditional(
    SourceSpan Span,
    BoundExpression Condition,
    BoundExpression Then,
    BoundExpression Otherwise)
    : BoundExpression(Span);
