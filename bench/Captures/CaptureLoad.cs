using System.Diagnostics;

namespace HogTrace.Bench.Captures;

/// <summary>Two threads that do nothing but capture, and what becomes of every event.</summary>
internal static class CaptureLoad
{
    private const int Threads = 2;
    private const int Chunk = 10_000;
    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_duration = TimeSpan.FromSeconds(3);

    public static CaptureLoadFigures Run()
    {
        using var engine = CaptureEngine.Create(TimeProvider.System);
        var site = CaptureEngine.Install(engine, "Bench.Captures.Load");
        long before = RunFor(site, s_warmUp);
        long started = Stopwatch.GetTimestamp();
        long calls = RunFor(site, s_duration);
        var time = Stopwatch.GetElapsedTime(started);
        engine.Flush();
        var delivery = engine.Delivery;
        long taken = engine.Sinks.OfType<CountingSink>().Single().Taken;
        long accounted = taken + delivery.Dropped;
        long lost = Math.Abs(before + calls - accounted) + Math.Abs(delivery.Sent - accounted);
        return new CaptureLoadFigures(
            calls / time.TotalSeconds, delivery.Sent, taken,
            delivery.DroppedQueueFull, delivery.DroppedSinkFailed, delivery.DroppedStopped, lost);
    }

    private static long RunFor(ProbeSite<string, string, long> site, TimeSpan duration)
    {
        long calls = 0;
        long started = Stopwatch.GetTimestamp();
        Thread[] threads =
        [
            .. Enumerable.Range(0, Threads).Select(_ => new Thread(() =>
            {
                long mine = 0;
                for (; Stopwatch.GetElapsedTime(started) < duration; mine += Chunk)
                {
                    for (int i = 0; i < Chunk; i++)
                        site.Enter("GET", "/orders", i);
                }

                Interlocked.Add(ref calls, mine);
            })),
        ];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        return calls;
    }
}

/// <summary>What became of the events; nothing may be lost.</summary>
internal sealed record CaptureLoadFigures(
    double PerSecond, long Sent, long Delivered, long DroppedQueueFull, long DroppedSinkFailed, long DroppedStopped, long Lost);
