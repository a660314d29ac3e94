using HogTrace.Parser.Syntax;

namespace HogTrace.Parser.Binding;

/// <summary>Collects what the phases behind the parser have to say.</summary>
internal sealed class DiagnosticSink(LineMap lines)
{
    private readonly List<Diagnostic> _diagnostics = [];

    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    public bool HasErrors { get; private set; }

    public void Error(string code, SourceSpan span, string message, string? hint = null)
    {
        HasErrors = true;
        Add(DiagnosticSeverity.Error, code, span, message, hint);
    }

    public void Warning(string code, SourceSpan span, string message, string? hint = null) =>
        Add(DiagnosticSeverity.Warning, code, span, message, hint);

    private void Add(DiagnosticSeverity severity, string code, SourceSpan span, string message, string? hint) =>
        _diagnostics.Add(lines.Diagnose(severity, code, span, message, hint));
}
