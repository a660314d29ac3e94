using HogTrace.Parser;

namespace HogTrace;

/// <summary>A source that doesn't compile was given where only a good one can go on.</summary>
public sealed class InvalidSourceException : FormatException
{
    internal InvalidSourceException(IReadOnlyList<Diagnostic> diagnostics)
        : base(Describe(diagnostics)) => Diagnostics = diagnostics;

    /// <summary>Everything there is to say about the source; at least one error.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    private static string Describe(IReadOnlyList<Diagnostic> diagnostics)
    {
        var first = diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return $"{first.Line}:{first.Column}: {first.Code}: {first.Message}";
    }
}
