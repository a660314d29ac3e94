using System.Text;
using HogTrace.Bytecode;
using HogTrace.Parser.Diagnostics;
using HogTrace.Parser.Grammar;
using HogTrace.Parser.Syntax;

namespace HogTrace.Parser;

/// <summary>Reads source text.</summary>
internal static class SourceParser
{
    /// <summary>The probes that are well formed, and the mistakes in the others.</summary>
    public static ParseResult Parse(string source)
    {
        var diagnostics = new DiagnosticList(source);
        if (!IsTooLong(source))
            return new ProgramParser(source, diagnostics).Parse();
        diagnostics.Error(
            DiagnosticCodes.SourceTooLong,
            new SourceSpan(0, 0),
            $"The source is longer than {Limits.SourceBytes} bytes of UTF-8.");
        return new ParseResult(new ProgramSyntax([]), diagnostics.ToImmutable());
    }

    private static bool IsTooLong(string source) =>
        source.Length > Limits.SourceBytes
        || (source.Length > Limits.SourceBytes / 3 && Encoding.UTF8.GetByteCount(source) > Limits.SourceBytes);
}
