using System.Globalization;
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

        if (options.FromFile is { } earlier)
            return Conclude(new Summary(JsonSerializer.Deserialize<Results>(File.ReadAllText(earlier))!), options, isComplete: true);
        var launches = Launch(options);
        // Without a gate the figures are for reading, and a machine that is too slow or broken is no failure.
        if (launches.Count < options.Launches)
            Console.Error.WriteLine($"{options.Launches - launches.Count} launches failed.");
        if (launches.Count == 0)
            return options.Gate ? 1 : 0;
        string date = DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var results = new Results(date, Machine.Describe(), options.Command, options.Filter is not null, launches);
        return Conclude(new Summary(results), options, launches.Count == options.Launches);
    }

    private static List<LaunchFigures> Launch(PairedOptions options)
    {
        List<LaunchFigures> launches = [];
        for (int i = 1; i <= options.Launches; i++)
        {
            Console.Error.WriteLine($"Launch {i} of {options.Launches}…");
            if (Launcher.Launch(options) is { } figures)
                launches.Add(figures);
        }

        return launches;
    }

    private static int Conclude(Summary summary, PairedOptions options, bool isComplete)
    {
        if (options.JsonFile is { } json)
            File.WriteAllText(json, JsonSerializer.Serialize(summary.Results, s_indented));
        if (options.MarkdownFile is { } page && !ResultsPage.TryReplace(page, Report.Write(summary, markdown: true)))
            Console.Error.WriteLine($"{page} has no place for results.");
        if (options.ChartFile is { } chart)
            File.WriteAllText(chart, Charts.ComparisonChart.Draw(summary));
        Console.Out.Write(Report.Write(summary, options.Markdown && options.MarkdownFile is null));
        return options.Gate && !(isComplete && Gate.IsPassed(summary)) ? 1 : 0;
    }
}
