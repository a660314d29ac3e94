using System.Globalization;
using HogTrace.AgentProtocol;
using HogTrace.Cli.Attaching;
using HogTrace.Cli.Input;

namespace HogTrace.Cli.Output;

/// <summary>Says where the probes of a program stand, and why they don't stand elsewhere.</summary>
/// <param name="output">Where to.</param>
/// <param name="hasColors">Whether it takes colours.</param>
internal sealed class BindingText(TextWriter output, bool hasColors)
{
    private const int ShownReasons = 10;
    private const int ShownMethods = 2;

    // A report comes again whenever something was loaded; what was said is not said again.
    private readonly HashSet<string> _written = [];

    /// <summary>The line that sums it up.</summary>
    public void WriteStatus(BindingReport report, TargetProcess target)
    {
        int standing = report.Probes.Count(probe => probe.Methods > 0);
        int nowhere = report.Probes.Count - standing;
        output.WriteLine(
            $"Probes: {Number(standing)} in {Count(report.Probes.Sum(probe => (long)probe.Methods), "method")} of {target}"
            + (nowhere == 0 ? "." : $"; {Number(nowhere)} {(nowhere == 1 ? "stands" : "stand")} nowhere."));
    }

    /// <summary>A line for each probe.</summary>
    public void WriteProbes(BindingReport report)
    {
        foreach (var probe in report.Probes)
            output.WriteLine($"  {Name(probe)}: {Count(probe.Methods, "method")}");
    }

    /// <summary>The probes that match nothing.</summary>
    public void WriteUnmatched(BindingReport report)
    {
        foreach (var probe in report.Probes.Where(probe => probe is { Methods: 0, ProblemCount: 0 }))
            WriteUnmatched(probe);
    }

    /// <summary>What is wrong with methods that match, the source's own mistakes last, where they are read first.</summary>
    public void WriteProblems(BindingReport report, TracedProgram program)
    {
        foreach (var probe in report.Probes)
            WriteObstacles(probe);
        foreach (string diagnostic in BindingDiagnostics.Render(hasColors, report, program))
            Write(diagnostic);
    }

    private void WriteUnmatched(ProbeBinding probe) =>
        Write($"  {Name(probe)} matches nothing that is loaded."
            + (probe.Nearest.Count == 0 ? "" : $" Nearest: {string.Join(", ", probe.Nearest.Select(DisplayNames.Of))}."));

    // One reason may keep a probe of a wide pattern out of hundreds of methods.
    private void WriteObstacles(ProbeBinding probe)
    {
        var reasons = probe.Problems.Where(problem => problem.Kind == ProblemKind.Method)
            .GroupBy(problem => problem.Message).OrderByDescending(group => group.Count()).ToArray();
        foreach (var reason in reasons.Take(ShownReasons))
        {
            string[] methods = [.. reason.Take(ShownMethods).Select(problem => DisplayNames.Of(problem.Method))];
            string more = reason.Count() > ShownMethods ? ", …" : "";
            Write($"  {Name(probe)} is not in {Count(reason.Count(), "method")}: {DisplayNames.Of(reason.Key)} ({string.Join(", ", methods)}{more})");
        }

        int rest = probe.ProblemCount - probe.Problems.Count;
        if (reasons.Length > ShownReasons || rest > 0)
            Write($"  {Name(probe)}: more reasons are not shown; 'hogtrace list' has them all");
    }

    private void Write(string line)
    {
        if (_written.Add(line))
            output.WriteLine(line);
    }

    private static string Name(ProbeBinding probe) => DisplayNames.Of($"{probe.Probe} {probe.Target}:{probe.Point}");

    private static string Count(long count, string what) => $"{Number(count)} {what}{(count == 1 ? "" : "s")}";

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
