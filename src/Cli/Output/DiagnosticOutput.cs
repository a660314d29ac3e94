using HogTrace.Parser;
using HogTrace.Parser.Diagnostics;

namespace HogTrace.Cli.Output;

/// <summary>Diagnostics for people: the text of the renderer, in colours where they show.</summary>
internal static class DiagnosticOutput
{
    public static void Write(
        TextWriter output, bool hasColors, string source, string name, IReadOnlyList<Diagnostic> diagnostics)
    {
        if (diagnostics.Count == 0)
            return;
        var renderer = new DiagnosticRenderer(source, name);
        bool isFirst = true;
        foreach (var diagnostic in diagnostics)
        {
            if (!isFirst)
                output.WriteLine();
            isFirst = false;
            string text = renderer.Render(diagnostic).TrimEnd('\r', '\n');
            output.WriteLine(hasColors ? Colored(text, diagnostic) : text);
        }
    }

    // The severity stands in the first line; the marker is the line of carets and tildes.
    private static string Colored(string text, Diagnostic diagnostic)
    {
        bool isError = diagnostic.Severity == DiagnosticSeverity.Error;
        string color = isError ? Ansi.BoldRed : Ansi.BoldYellow;
        string heading = $": {(isError ? "error" : "warning")} {diagnostic.Code}: ";
        string[] lines = text.Split('\n');
        int at = lines[0].IndexOf(heading, StringComparison.Ordinal);
        if (at >= 0)
            lines[0] = $"{lines[0][..(at + 2)]}{color}{heading[2..^2]}{Ansi.Reset}{lines[0][(at + heading.Length - 2)..]}";
        for (int i = 1; i < lines.Length; i++)
        {
            int caret = lines[i].IndexOf("| ", StringComparison.Ordinal) + 2;
            if (caret >= 2 && lines[i].AsSpan(caret).TrimStart().Trim("^~").IsEmpty)
                lines[i] = $"{lines[i][..caret]}{color}{lines[i][caret..]}{Ansi.Reset}";
        }

        return string.Join('\n', lines);
    }
}
