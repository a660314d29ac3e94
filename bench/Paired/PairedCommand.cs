using System.Text.Json;

namespace HogTrace.Bench.Paired;

/// <summary>The paired mode from arguments to exit code.</summary>
internal static class PairedCommand
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };

    public static int Run(ReadOnlySpan<string> arguments)
    {
        if (PairedOptions.Parse(arguments) is not { } options)
        {
            Console.Error.WriteLine($"Usage: {PairedOptions.Usage}");
            return 2;
        }

        if (options.IsLaunch)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(Launcher.Measure(options)));
            return 0;
        }

        List<LaunchFigures> launches = [];
        for (int i = 1; i <= options.Launches; i++)
        {
            Console.Error.WriteLine($"Launch {i} of {options.Launches}…");
            if (Launcher.Launch(options) is { } figures)
                launches.Add(figures);
        }

        // Without a gate the figures are for reading, and a machine that is too slow or broken is no failure.
        if (launches.Count < options.Launches)
            Console.Error.WriteLine($"{options.Launches - launches.Count} launches failed.");
        return launches.Count == 0 ? (options.Gate ? 1 : 0) : Conclude(new Summary(launches), options);
    }

    private static int Conclude(Summary summary, PairedOptions options)
    {
        if (options.JsonFile is { } json)
            File.WriteAllText(json, JsonSerializer.Serialize(summary.Launches, s_indented));
        if (options.MarkdownFile is { } page && !ResultsPage.TryReplace(page, Report.Write(summary, markdown: true)))
            Console.Error.WriteLine($"{page} has no place for results.");
        Console.Out.Write(Report.Write(summary, options.Markdown && options.MarkdownFile is null));

        var misses = Gate.Misses(summary);
        foreach (string miss in misses)
            Console.Out.WriteLine($"missed: {miss}");
        return options.Gate && (misses.Count > 0 || summary.Launches.Count < options.Launches) ? 1 : 0;
    }
}
