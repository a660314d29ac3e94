using System.Collections.Immutable;

namespace HogTrace.Parser.Formatting;

/// <summary>Lays source text out in the one canonical way.</summary>
internal static class Formatter
{
    /// <summary>The same program with the same comments, or why the source can't be read.</summary>
    public static FormatResult Format(string source)
    {
        var parsed = SourceParser.Parse(source);
        bool isBroken = parsed.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return isBroken
            ? new FormatResult(null, parsed.Diagnostics)
            : new FormatResult(new ProgramLayout(new CommentedTokens(source)).Write(), parsed.Diagnostics);
    }
}

/// <summary>A formatted source, or why there is none.</summary>
/// <param name="Text">Null when a diagnostic is an error.</param>
internal sealed record FormatResult(string? Text, ImmutableArray<Diagnostic> Diagnostics);
