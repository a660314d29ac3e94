using System.Text;
using HogTrace.Parser.Syntax;
using HogTrace.Tests.Unit.Parser;

namespace HogTrace.Tests.Properties.Generation;

/// <summary>Shows what a tree means, without spans and without parentheses.</summary>
internal static class ProgramShape
{
    public static string Of(ProgramSyntax program)
    {
        var text = new StringBuilder();
        foreach (var probe in program.Probes)
        {
            var spec = probe.Spec;
            text.Append($"{spec.Provider}:{spec.Target}:{spec.Point}+{spec.Offset}/{Shape.Of(probe.Predicate)}/\n");
            foreach (var statement in probe.Body)
                text.Append("  ").Append(Shape.Of(statement)).Append('\n');
        }

        return text.ToString();
    }
}
