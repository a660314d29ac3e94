using System.Text.Json;
using HogTrace.Bench.Captures;
using HogTrace.Bench.Compiling;

namespace HogTrace.Bench.Paired;

/// <summary>Runs launches: this program again, in processes of their own.</summary>
internal static class Launcher
{
    /// <summary>Measures in this process, for the one that launched it.</summary>
    public static LaunchFigures Measure(PairedOptions options)
    {
        bool compiles = options.Includes("compile");
        double first = compiles ? IlMeasurement.First() : 0;
        List<CaseFigures> cases = [.. Cases.CaseList.Ids.Where(options.Includes).Select(CaseMeasurement.Measure)];
        return new LaunchFigures(
            cases,
            compiles ? CompileMeasurement.Run() : null,
            compiles ? new IlFigures(first, IlMeasurement.Run(), RivalBuilds.Run()) : null,
            options.Includes("pause") ? PauseMeasurement.Run() : null,
            options.Includes("load") ? CaptureLoad.Run() : null);
    }

    /// <summary>Measures in a new process; null when that failed, which it has then said itself.</summary>
    public static LaunchFigures? Launch(PairedOptions options)
    {
        string[] filter = options.Filter is { } wanted ? ["--filter", string.Join(',', wanted)] : [];
        return ThisProgram.Run(["paired", "--launch", .. filter]) is { } output ? JsonSerializer.Deserialize<LaunchFigures>(output) : null;
    }
}
