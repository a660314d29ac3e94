using System.Globalization;
using System.Text;
using HogTrace.Bytecode;

namespace HogTrace.Parser.Diagnostics;

/// <summary>Shows a diagnostic as text: what and where, the line, a marker under it, and the hint.</summary>
internal sealed class DiagnosticRenderer(string source, string sourceName)
{
    private const int TabWidth = 4;
    private const int WindowWidth = 100;
    private const int WindowBefore = 40;

    private readonly LineMap _lines = new(source);

    public string Render(IEnumerable<Diagnostic> diagnostics)
    {
        var text = new StringBuilder();
        foreach (var diagnostic in diagnostics)
        {
            if (text.Length > 0)
                text.Append('\n');
            Render(diagnostic, text);
        }

        return text.ToString();
    }

    public string Render(Diagnostic diagnostic)
    {
        var text = new StringBuilder();
        Render(diagnostic, text);
        return text.ToString();
    }

    private void Render(Diagnostic diagnostic, StringBuilder text)
    {
        string severity = diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning";
        string name = sourceName.Length == 0 ? "source" : sourceName;
        text.Append(CultureInfo.InvariantCulture, $"{name}:{diagnostic.Line}:{diagnostic.Column}: {severity} {diagnostic.Code}: {diagnostic.Message}\n");
        string number = diagnostic.Line.ToString(CultureInfo.InvariantCulture);
        string margin = new(' ', number.Length);
        var (line, marker) = Excerpt(diagnostic);
        text.Append(CultureInfo.InvariantCulture, $" {number} | {line}\n {margin} | {marker}\n");
        if (diagnostic.Hint is { } hint)
            text.Append(CultureInfo.InvariantCulture, $" {margin} = {hint}\n");
    }

    /// <summary>The part of the line around the span, and the carets under it; of a span over lines, its first line.</summary>
    private (string Line, string Marker) Excerpt(Diagnostic diagnostic)
    {
        var line = _lines.Line(diagnostic.Line);
        int start = Math.Min(diagnostic.Column - 1, line.Length);
        int end = diagnostic.EndLine > diagnostic.Line ? line.Length : Math.Min(diagnostic.EndColumn - 1, line.Length);
        int from = line.Length <= WindowWidth ? 0 : Math.Max(0, Math.Min(start - WindowBefore, line.Length - WindowWidth));
        int to = Math.Min(line.Length, from + WindowWidth);
        end = Math.Clamp(end, start, to);

        var shown = new StringBuilder(from > 0 ? "…" : "");
        int caret = Append(shown, line[from..start]);
        int width = Append(shown, line[start..end]) - caret;
        Append(shown, line[end..to]);
        if (to < line.Length)
            shown.Append('…');
        int tildes = Math.Max(0, width - 1);
        return (shown.ToString(), new string(' ', caret) + "^" + new string('~', tildes));
    }

    /// <summary>Appends text with tabs widened and control characters replaced; answers the column after it.</summary>
    private static int Append(StringBuilder shown, ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (c == '\t')
                shown.Append(' ', TabWidth - (shown.Length % TabWidth));
            else
                shown.Append(char.IsControl(c) ? '\uFFFD' : c);
        }

        return shown.Length;
    }
}
