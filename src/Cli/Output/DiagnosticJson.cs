using System.Text.Json;
using HogTrace.Parser;

namespace HogTrace.Cli.Output;

/// <summary>Diagnostics for programs.</summary>
internal static class DiagnosticJson
{
    public static void Write(Utf8JsonWriter json, string file, Diagnostic diagnostic)
    {
        json.WriteStartObject();
        json.WriteString("file", file);
        json.WriteNumber("line", diagnostic.Line);
        json.WriteNumber("column", diagnostic.Column);
        json.WriteNumber("endLine", diagnostic.EndLine);
        json.WriteNumber("endColumn", diagnostic.EndColumn);
        json.WriteString("code", diagnostic.Code);
        json.WriteString("severity", diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning");
        json.WriteString("message", diagnostic.Message);
        json.WriteString("hint", diagnostic.Hint);
        json.WriteEndObject();
    }
}
