using System.Collections.Immutable;
using HogTrace.Parser.Syntax;

namespace HogTrace.Parser.Binding;

/// <summary>A program whose rules were checked; complete only when no error was reported.</summary>
internal sealed record BoundProgram(ImmutableArray<BoundProbe> Probes);

/// <summary>A probe; <c>sample</c> has become its rate.</summary>
internal sealed record BoundProbe(
    SourceSpan Span,
    SpecSyntax Spec,
    double? Sampling,
    BoundExpression? Predicate,
    ImmutableArray<BoundStatement> Body);

/// <summary>A statement that produces code.</summary>
internal abstract record BoundStatement(SourceSpan Span);

/// <summary><c>$req.name = value;</c>.</summary>
internal sealed record BoundAssignment(SourceSpan Span, BoundRequest Target, BoundExpression Value)
    : BoundStatement(Span);

/// <summary><c>capture(…);</c> or <c>send(…);</c>, the function by its name; named when the source names the fields.</summary>
internal sealed record BoundCapture(
    SourceSpan Span,
    string Function,
    SourceSpan FunctionSpan,
    bool IsNamed,
    ImmutableArray<BoundField> Fields)
    : BoundStatement(Span);

/// <summary>A field of a capture; where the source gives it no name, it has one of <see cref="CaptureNames"/>.</summary>
internal sealed record BoundField(string Name, SourceSpan NameSpan, BoundExpression Value);
