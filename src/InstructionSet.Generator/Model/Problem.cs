using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace HogTrace.InstructionSet.Generator.Model;

/// <summary>A mistake in the table; holds no syntax, so that it can be compared between runs.</summary>
internal sealed record Problem(string Message, string Path, TextSpan Span, LinePositionSpan Lines)
{
    public static Problem At(ISymbol symbol, string message)
    {
        Location location = symbol.Locations[0];
        FileLinePositionSpan lines = location.GetLineSpan();
        return new Problem(message, lines.Path, location.SourceSpan, lines.Span);
    }

    public Diagnostic ToDiagnostic(DiagnosticDescriptor descriptor) =>
        Diagnostic.Create(descriptor, Location.Create(Path, Span, Lines), Message);
}
