using System.Collections.Immutable;
using HogTrace.Bytecode;

namespace HogTrace.Parser.Syntax;

/// <summary>
/// An expression. Left-associative operators of one level, and postfix operators, stand in flat lists, so that the
/// depth of the tree is bounded by the nesting limit of the source, however long a chain is.
/// </summary>
internal abstract record ExpressionSyntax(SourceSpan Span);

/// <summary>A literal; its constant is None, Bool, Int, Float or String.</summary>
internal sealed record LiteralSyntax(SourceSpan Span, Constant Value) : ExpressionSyntax(Span);

/// <summary>A plain name.</summary>
internal sealed record NameSyntax(SourceSpan Span, string Name) : ExpressionSyntax(Span);

/// <summary><c>$req.name</c> or <c>$request.name</c>.</summary>
/// <param name="IsLong">Whether it was spelt <c>$request</c>.</param>
internal sealed record RequestSyntax(SourceSpan Span, bool IsLong, string Name, SourceSpan NameSpan) : ExpressionSyntax(Span);

/// <summary><c>len(x)</c>.</summary>
internal sealed record CallSyntax(
    SourceSpan Span,
    string Function,
    SourceSpan FunctionSpan,
    ImmutableArray<ExpressionSyntax> Arguments)
    : ExpressionSyntax(Span);

/// <summary>An operand followed by at least one of <c>.name</c>, <c>[i]</c>, <c>[a:b:c]</c>.</summary>
internal sealed record PostfixSyntax(
    SourceSpan Span,
    ExpressionSyntax Operand,
    ImmutableArray<PostfixOperation> Operations)
    : ExpressionSyntax(Span);

/// <summary>A postfix operator; its span starts at the dot or bracket.</summary>
internal abstract record PostfixOperation(SourceSpan Span);

/// <summary><c>.name</c>.</summary>
internal sealed record MemberOperation(SourceSpan Span, string Name, SourceSpan NameSpan) : PostfixOperation(Span);

/// <summary><c>[index]</c>.</summary>
internal sealed record IndexOperation(SourceSpan Span, ExpressionSyntax Index) : PostfixOperation(Span);

/// <summary><c>[start:stop:step]</c>; a part left out is null.</summary>
internal sealed record SliceOperation(
    SourceSpan Span,
    ExpressionSyntax? Start,
    ExpressionSyntax? Stop,
    ExpressionSyntax? Step)
    : PostfixOperation(Span);

/// <summary><c>!x</c> or <c>-x</c>.</summary>
internal sealed record UnarySyntax(SourceSpan Span, UnaryOperator Operator, ExpressionSyntax Operand) : ExpressionSyntax(Span);

/// <summary><c>first op operand op operand …</c>, all operators of one level, applied from the left.</summary>
internal sealed record ChainSyntax(
    SourceSpan Span,
    ExpressionSyntax First,
    ImmutableArray<ChainLink> Links)
    : ExpressionSyntax(Span);

/// <summary>An operator of a chain and its right operand.</summary>
internal readonly record struct ChainLink(BinaryOperator Operator, SourceSpan OperatorSpan, ExpressionSyntax Operand);

/// <summary><c>condition ? then : otherwise</c>.</summary>
internal sealed record ConditionalSyntax(
    SourceSpan Span,
    ExpressionSyntax Condition,
    ExpressionSyntax Then,
    ExpressionSyntax Otherwise)
    : ExpressionSyntax(Span);

/// <summary><c>(inner)</c>; kept for the formatter.</summary>
internal sealed record ParenthesizedSyntax(SourceSpan Span, ExpressionSyntax Inner) : ExpressionSyntax(Span);
