using System.Globalization;
using HogTrace.Cli.Frames;
using Spectre.Console;

namespace HogTrace.Cli.Output;

/// <summary>The counts of a replay, a line for each probe, and how it was run.</summary>
internal static class ReplayTable
{
    private const string Nothing = "-";

    private static readonly string[] s_counts = ["hits", "predicate false", "fired", "faulted", "captures", "sampled out"];
    private static readonly string[] s_costs = ["compiled", "given up", "compile ms", "ns/hit"];

    public static void Write(CommandConsole console, HogTraceProgram program, Replay replay)
    {
        var table = new Table().NoBorder();
        table.AddColumn("probe").AddColumn("target");
        foreach (string count in s_counts)
            table.AddColumn(new TableColumn(count).RightAligned());
        table.AddColumn("tier");
        foreach (string cost in s_costs)
            table.AddColumn(new TableColumn(cost).RightAligned());
        table.AddColumn("faults");
        foreach (var probe in program.Probes)
        {
            var tally = replay.Tallies[probe.Index];
            var prepared = replay.PreparedOf(probe);
            var compilations = prepared?.Compilations;
            table.AddRow(
            [
                new Text(probe.Id), new Text($"{probe.Target}:{EventJson.PointName(probe.Point)}"),
                Number(tally.Hits), Number(tally.PredicateFalse), Number(tally.Fired),
                Number(tally.Faults.Total), Number(tally.Captures), Number(tally.SampledOut),
                new Text(prepared?.Tier.ToString().ToLowerInvariant() ?? Nothing),
                Number(compilations?.Compiled ?? 0), Number(compilations?.GivenUp ?? 0),
                Number(compilations?.Time.TotalMilliseconds ?? 0, "F2"), Number(tally.NanosecondsPerRun, "F0"),
                new Text(tally.Faults.Total == 0 ? Nothing : tally.Faults.Counts.ToString()),
            ]);
        }

        ErrorTable.Write(console, table);
    }

    private static Text Number(long value) => new(value.ToString(CultureInfo.InvariantCulture));

    private static Text Number(double? value, string format) => new(value?.ToString(format, CultureInfo.InvariantCulture) ?? Nothing);
}
