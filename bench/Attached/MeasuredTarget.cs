using System.Diagnostics;
using System.Text.Json;
using HogTrace.Bench.Paired;

namespace HogTrace.Bench.Attached;

/// <summary>The process that is attached to: for every line that it is given, measures all calls and prints a line.</summary>
internal static class MeasuredTarget
{
    // So few calls that no probe spends its share of a core on them, and is switched off.
    private const int Batches = 60, CallsABatch = 10_000, WarmCalls = 500;

    // Longer than the runtime waits for calls to cease before it compiles methods with full optimization.
    private static readonly TimeSpan s_warm = TimeSpan.FromMilliseconds(1200);

    public static int Serve()
    {
        while (Console.In.ReadLine() is not null)
        {
            Warm();
            Console.Out.WriteLine(JsonSerializer.Serialize(Measure()));
        }

        return 0;
    }

    private static void Warm()
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < s_warm)
        {
            foreach (var (_, loop) in MeasuredMethods.Loops)
                loop(WarmCalls);
            // Room for what compiles in the background.
            Thread.Sleep(1);
        }
    }

    private static CallFigures[] Measure()
    {
        var loops = MeasuredMethods.Loops;
        double[][] times = [.. loops.Select(_ => new double[Batches])];
        long[] bytes = new long[loops.Count];
        for (int batch = 0; batch < Batches; batch++)
        {
            for (int i = 0; i < loops.Count; i++)
            {
                long allocated = GC.GetAllocatedBytesForCurrentThread();
                long start = Stopwatch.GetTimestamp();
                loops[i].Loop(CallsABatch);
                times[i][batch] = Stopwatch.GetElapsedTime(start).TotalNanoseconds / CallsABatch;
                bytes[i] += GC.GetAllocatedBytesForCurrentThread() - allocated;
            }
        }

        // What loops allocate themselves is an object a batch at most, which rounds to nothing.
        return [.. loops.Select((loop, i) => new CallFigures(
            loop.Name, times[i].Min(), Statistics.Median(times[i]), Math.Round(bytes[i] / (double)(Batches * CallsABatch), 2)))];
    }
}

/// <summary>A call of a method in one round.</summary>
internal sealed record CallFigures(string Method, double Least, double Median, double Bytes);
