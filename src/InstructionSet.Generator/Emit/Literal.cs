using Microsoft.CodeAnalysis.CSharp;

namespace HogTrace.InstructionSet.Generator.Emit;

/// <summary>C# literals.</summary>
internal static class Literal
{
    public static string Of(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    public static string Of(bool value) => value ? "true" : "false";
}
