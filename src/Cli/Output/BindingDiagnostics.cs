using HogTrace.AgentProtocol;
using HogTrace.Cli.Input;
using HogTrace.Parser;

namespace HogTrace.Cli.Output;

/// <summary>What a process says about a source, as diagnostics of the source.</summary>
internal static class BindingDiagnostics
{
    /// <summary>The source asks for what the method hasn't.</summary>
    private const string DoesNotFit = "HT5001";

    /// <summary>Not all that the source asks for works there.</summary>
    private const string FitsInPart = "HT5002";

    /// <summary>Each as it is shown, the worst last.</summary>
    public static IEnumerable<string> Render(bool hasColors, BindingReport report, TracedProgram program)
    {
        foreach (var (source, diagnostic) in All(report, program))
        {
            if (source is null)
            {
                yield return $"{diagnostic.Severity.ToString().ToLowerInvariant()}: {DisplayNames.Of(diagnostic.Message)} ({diagnostic.Hint})";
                continue;
            }

            using var text = new StringWriter();
            DiagnosticOutput.Write(text, hasColors, source.Text, source.Name, [diagnostic]);
            yield return text.ToString().TrimEnd();
        }
    }

    /// <summary>Each with the source that it is about, null where the program doesn't carry it; the worst last.</summary>
    public static IEnumerable<(SourcePart? Source, Diagnostic Diagnostic)> All(BindingReport report, TracedProgram program)
    {
        // One mistake in the source shows in every method that its probe matches.
        var groups = report.Probes
            .SelectMany(probe => probe.Problems.Where(problem => problem.Kind != ProblemKind.Method)
                .Select(problem => (Problem: problem, IsError: problem.Kind == ProblemKind.Source && probe.Methods == 0)))
            .GroupBy(item => (item.Problem.Line, item.Problem.Column, item.Problem.Message, item.IsError))
            .OrderBy(group => group.Key.IsError).ThenBy(group => group.Key.Line).ThenBy(group => group.Key.Column);
        foreach (var group in groups)
        {
            var problem = group.First().Problem;
            int others = group.Count() - 1;
            string where = DisplayNames.Of(problem.Method) + (others == 0 ? "" : $" and {others} more");
            var severity = group.Key.IsError ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;
            var place = program.Locate(problem.Line);
            yield return (place?.Source, Make(problem, place?.Source.Text ?? "", place?.Line ?? 0, severity, where));
        }
    }

    private static Diagnostic Make(MethodProblem problem, string text, int line, DiagnosticSeverity severity, string where)
    {
        int length = NameLength(text, line, problem.Column);
        return new Diagnostic
        {
            Code = problem.Kind == ProblemKind.Source ? DoesNotFit : FitsInPart,
            Severity = severity,
            Message = problem.Message,
            Hint = $"In {where}.",
            Start = 0,
            Length = length,
            Line = line,
            Column = Math.Max(1, problem.Column),
            EndLine = line,
            EndColumn = Math.Max(1, problem.Column) + length,
        };
    }

    // The agent says where a name begins.
    private static int NameLength(string text, int line, int column)
    {
        var lines = text.AsSpan().EnumerateLines();
        for (int i = 0; i < line && lines.MoveNext(); i++)
        {
        }

        var rest = lines.Current[Math.Clamp(column - 1, 0, lines.Current.Length)..];
        int length = 0;
        while (length < rest.Length && (char.IsLetterOrDigit(rest[length]) || rest[length] is '_' or '$'))
            length++;
        return length;
    }
}
