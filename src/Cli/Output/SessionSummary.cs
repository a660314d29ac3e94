using System.Globalization;
using HogTrace.AgentProtocol;
using HogTrace.Cli.Attaching;
using HogTrace.Cli.Input;
using Spectre.Console;

namespace HogTrace.Cli.Output;

/// <summary>What became of the probes of a session and of their events.</summary>
internal static class SessionSummary
{
    private const string Nothing = "-";

    /// <param name="console">Where it is written, on standard error.</param>
    /// <param name="program">What was traced.</param>
    /// <param name="statistics">The counts that came last; null when none came.</param>
    /// <param name="session">The session.</param>
    /// <param name="shown">Events that were written.</param>
    /// <param name="limit">How many are written at most.</param>
    /// <param name="isLate">Whether the process ended before the session did.</param>
    public static void Write(
        CommandConsole console, TracedProgram program, StatisticsReport? statistics, AgentSession session, long shown, long limit, bool isLate)
    {
        if (statistics is null)
        {
            console.ErrorWriter.WriteLine($"Events: {Number(shown)} shown; the process did not say what it counted.");
        }
        else
        {
            WriteProbes(console, program, statistics);
            console.ErrorWriter.WriteLine(
                $"Events: {Number(shown)} shown; {(isLate && !session.IsWhole ? "at the last count " : "")}{Number(statistics.Sent)} sent, {Number(statistics.Delivered)} delivered"
                + Part(statistics.DroppedQueueFull, "dropped because the queue in the process was full")
                + Part(statistics.DroppedOther, "too large or failed") + ".");
        }

        if (session.DroppedEvents > 0)
            console.Warning($"{Number(session.DroppedEvents)} events were dropped here: the output was too slow");
        if (isLate)
            WriteEnd(console, statistics, session, shown, limit);
        else if (session.LostMessages > 0)
            console.Warning($"{Number(session.LostMessages)} batches of events were lost: the buffer of the runtime was full");
    }

    private static void WriteEnd(CommandConsole console, StatisticsReport? statistics, AgentSession session, long shown, long limit)
    {
        if (!session.IsWhole)
        {
            console.Warning("the process ended without a last count: what it captured at the end may be missing");
            return;
        }

        long lost = statistics is null || shown >= limit
            ? 0
            : statistics.Sent - statistics.DroppedQueueFull - statistics.DroppedOther - session.DroppedEvents - shown;
        if (lost > 0)
            console.Warning($"{Number(lost)} events were lost on their way: the buffer of the runtime was full, or the process ended");
    }

    private static void WriteProbes(CommandConsole console, TracedProgram program, StatisticsReport statistics)
    {
        var table = new Table().NoBorder();
        table.AddColumn("probe").AddColumn("target");
        foreach (string count in (string[])["hits", "fired", "sampled out", "faults", "ns/hit"])
            table.AddColumn(new TableColumn(count).RightAligned());
        table.AddColumn("tier").AddColumn("remarks");
        foreach (var probe in statistics.Probes)
        {
            table.AddRow(
            [
                new Text(probe.Probe), new Text(Target(program, probe.Probe)),
                new Text(Number(probe.Hits)), new Text(Number(probe.Fired)), new Text(Number(probe.SampledOut)),
                new Text(Number(probe.Faults.Values.Sum())),
                new Text(probe.NanosecondsPerHit > 0 ? probe.NanosecondsPerHit.ToString("F0", CultureInfo.InvariantCulture) : Nothing),
                new Text(probe.Tier), new Text(Remarks(probe)),
            ]);
        }

        ErrorTable.Write(console, table);
    }

    private static string Target(TracedProgram program, string id) =>
        program.Program.Probes.FirstOrDefault(probe => probe.Id == id) is { } probe
            ? $"{probe.Specifier}:{EventJson.PointName(probe.Point)}"
            : Nothing;

    private static string Remarks(ProbeCounts probe)
    {
        var remarks = probe.Faults.Where(fault => fault.Value > 0).Select(fault => $"{fault.Key} {Number(fault.Value)}");
        return DisplayNames.Of(string.Join(", ", probe.SwitchedOff is { } reason ? remarks.Prepend($"switched off: {reason}") : remarks));
    }

    private static string Part(long count, string what) => count == 0 ? "" : $", {Number(count)} {what}";

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
