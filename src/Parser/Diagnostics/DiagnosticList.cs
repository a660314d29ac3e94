using System.Collections.Immutable;
using HogTrace.Bytecode;
using HogTrace.Parser.Syntax;

namespace HogTrace.Parser.Diagnostics;

/// <summary>Collects what there is to say about a source.</summary>
internal sealed class DiagnosticList(string source)
{
    private readonly List<Diagnostic> _diagnostics = [];
    private LineMap? _lines;

    public int Count => _diagnostics.Count;

    public bool HasErrors { get; private set; }

    public void Error(string code, SourceSpan span, string message, string? hint = null)
    {
        HasErrors = true;
        Add(code, DiagnosticSeverity.Error, span, message, hint);
    }

    public void Warning(string code, SourceSpan span, string message, string? hint = null) =>
        Add(code, DiagnosticSeverity.Warning, span, message, hint);

    public void AddRange(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            HasErrors |= diagnostic.Severity == DiagnosticSeverity.Error;
            _diagnostics.Add(diagnostic);
        }
    }

    /// <summary>Everything said, in source order; what was said first comes first at one place.</summary>
    public ImmutableArray<Diagnostic> ToImmutable() => [.. _diagnostics.OrderBy(diagnostic => diagnostic.Start)];

    private void Add(string code, DiagnosticSeverity severity, SourceSpan span, string message, string? hint)
    {
        _lines ??= new LineMap(source);
        var start = _lines.Position(span.Start);
        var end = _lines.Position(span.End);
        _diagnostics.Add(new Diagnostic
        {
            Code = code,
            Severity = severity,
            Message = message,
            Hint = hint,
            Start = span.Start,
            Length = span.Length,
            Line = start.Line,
            Column = start.Column,
            EndLine = end.Line,
            EndColumn = end.Column,
        });
    }
}
