using HogTrace.Bytecode;

namespace HogTrace.Parser.Syntax;

/// <summary><c>fn:Shop.Orders.Create:entry+3</c>.</summary>
/// <param name="Provider"><c>fn</c> or <c>py</c>, as written.</param>
/// <param name="Target">The segments joined by dots, without white space or comments.</param>
/// <param name="Offset">N of <c>entry+N</c>.</param>
internal sealed record SpecSyntax(
    SourceSpan Span,
    string Provider,
    string Target,
    SourceSpan TargetSpan,
    ProbePoint Point,
    SourceSpan PointSpan,
    uint? Offset);
