using System.Globalization;
using HogTrace.Cli.Frames;
using Spectre.Console;

namespace HogTrace.Cli.Output;

/// <summary>The counts of a replay, a line for each probe.</summary>
internal static class ReplayTable
{
    // Where nobody's terminal sets a width, no line is broken.
    private const int UnboundedWidth = 1_000;

    private static readonly string[] s_counts = ["hits", "predicate false", "fired", "faulted", "captures", "sampled out"];

    public static void Write(CommandConsole console, HogTraceProgram program, IReadOnlyList<ProbeTally> tallies)
    {
        var table = new Table().NoBorder();
        table.AddColumn("probe").AddColumn("target");
        foreach (string count in s_counts)
            table.AddColumn(new TableColumn(count).RightAligned());
        foreach (var probe in program.Probes)
        {
            var tally = tallies[probe.Index];
            table.AddRow(
            [
                new Text(probe.Id), new Text($"{probe.Target}:{EventJson.PointName(probe.Point)}"),
                Number(tally.Hits), Number(tally.PredicateFalse), Number(tally.Fired),
                Number(tally.Faulted), Number(tally.Captures), Number(tally.SampledOut),
            ]);
        }

        Make(console).Write(table);
    }

    private static Text Number(long value) => new(value.ToString(CultureInfo.InvariantCulture));

    private static IAnsiConsole Make(CommandConsole console)
    {
        var made = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = console.ErrorHasColors ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = console.ErrorHasColors ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(console.ErrorWriter),
        });
        if (System.Console.IsErrorRedirected)
            made.Profile.Width = UnboundedWidth;
        return made;
    }
}
