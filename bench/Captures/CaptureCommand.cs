using System.Globalization;
using System.Text.Json;
using HogTrace.Bench.Paired;

namespace HogTrace.Bench.Captures;

/// <summary>
/// What a capture costs against the same three values written by hand, and how many a second two threads get through.
/// The batches are shorter than the queue is long, so that nothing that is timed is dropped.
/// </summary>
internal static class CaptureCommand
{
    private const int Launches = 3;

    public static int Run(ReadOnlySpan<string> arguments)
    {
        if (arguments is ["--launch"])
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(new CaptureLaunch(CaptureTiming.Measure(), CaptureLoad.Run())));
            return 0;
        }

        int launches = arguments is ["--launches", var text] ? int.Parse(text, CultureInfo.InvariantCulture) : Launches;
        CaptureLaunch[] all = [.. Enumerable.Range(0, launches).Select(_ => Launch())];
        Timings(all);
        return Loads(all) ? 0 : 1;
    }

    private static CaptureLaunch Launch() => ThisProgram.Run("captures", "--launch") is { } output
        ? JsonSerializer.Deserialize<CaptureLaunch>(output)!
        : throw new InvalidOperationException("A launch has failed.");

    private static void Timings(CaptureLaunch[] all)
    {
        var table = new Table("capture(method=arg0, path=arg1, n=arg2)", "ns", "/ ring of structs", "/ new record", "B");
        for (int i = 0; i < all[0].Timings.Count; i++)
        {
            int at = i;
            table.Add(
                all[0].Timings[i].Form,
                Table.WithRange(Statistics.Over(all.Select(launch => launch.Timings[at].Nanoseconds))),
                Table.WithRange(Statistics.Over(all.Select(launch => launch.Timings[at].RatioToRing))),
                Table.WithRange(Statistics.Over(all.Select(launch => launch.Timings[at].RatioToRecord))),
                Table.Number(Statistics.Median(all.Select(launch => launch.Timings[at].Bytes))));
        }

        Console.Out.WriteLine(table.ToText(markdown: false));
    }

    private static bool Loads(CaptureLaunch[] all)
    {
        var table = new Table("two threads", "millions a second", "sent", "delivered", "queue full", "sink failed", "stopped", "not accounted for");
        foreach (var load in all.Select(launch => launch.Load))
        {
            table.Add(
                "launch",
                Table.Number(load.PerSecond / 1e6),
                Table.Number(load.Sent),
                Table.Number(load.Delivered),
                Table.Number(load.DroppedQueueFull),
                Table.Number(load.DroppedSinkFailed),
                Table.Number(load.DroppedStopped),
                Table.Number(load.Lost));
        }

        Console.Out.WriteLine(table.ToText(markdown: false));
        return all.All(launch => launch.Load.Lost == 0);
    }
}

/// <summary>What one process measured.</summary>
internal sealed record CaptureLaunch(IReadOnlyList<CaptureFigures> Timings, CaptureLoadFigures Load);
