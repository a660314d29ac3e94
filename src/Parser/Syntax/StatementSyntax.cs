using System.Collections.Immutable;

namespace HogTrace.Parser.Syntax;

/// <summary>A statement of a probe's body.</summary>
internal abstract record StatementSyntax(SourceSpan Span);

/// <summary><c>$req.name = value;</c>.</summary>
internal sealed record AssignmentSyntax(SourceSpan Span, RequestSyntax Target, ExpressionSyntax Value)
    : StatementSyntax(Span);

/// <summary><c>sample 10%;</c> or <c>sample 1/100;</c>.</summary>
/// <param name="Rate">The rate meant, as written: 10% is 0.1. Not yet checked for its range.</param>
/// <param name="RateSpan">Number, and unit or ratio.</param>
internal sealed record SampleSyntax(SourceSpan Span, double Rate, SourceSpan RateSpan) : StatementSyntax(Span);

/// <summary><c>capture(…);</c> or <c>send(…);</c>.</summary>
/// <param name="IsSend">Whether it was spelt <c>send</c>.</param>
/// <param name="IsNamed">Whether every argument has a name; else none has.</param>
internal sealed record CaptureSyntax(
    SourceSpan Span,
    bool IsSend,
    SourceSpan KeywordSpan,
    bool IsNamed,
    ImmutableArray<CaptureArgumentSyntax> Arguments)
    : StatementSyntax(Span);

/// <summary>An argument of a capture.</summary>
internal sealed record CaptureArgumentSyntax(SourceSpan Span, string? Name, SourceSpan NameSpan, ExpressionSyntax Value);
