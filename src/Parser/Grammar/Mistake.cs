using HogTrace.Parser.Syntax;

namespace HogTrace.Parser.Grammar;

/// <summary>An error that a rule, or the explanation of a failure, can name.</summary>
/// <param name="Message">A clause without its period.</param>
internal sealed record Mistake(string Code, SourceSpan Span, string Message, string? Hint = null);
