using System.Diagnostics;
using HogTrace.Bench.Paired;

namespace HogTrace.Bench.Compiling;

/// <summary>Times compilation and loading after a warm-up: medians of many calls, and what they allocate.</summary>
internal static class CompileMeasurement
{
    private const int Probes = 1000;

    public static CompileFigures Run()
    {
        string one = Sources.Typical;
        string many = Sources.Many(Probes);
        byte[] oneBytes = HogTraceProgram.Compile(one).ToBytes();
        var (oneTime, oneGarbage) = Measure(() => HogTraceProgram.Compile(one), 4000, 3000);
        var (manyTime, manyGarbage) = Measure(() => HogTraceProgram.Compile(many), 20, 25);
        var (loadTime, loadGarbage) = Measure(() => HogTraceProgram.Load(oneBytes), 4000, 3000);
        return new CompileFigures(
            oneTime * 1e6, oneGarbage / one.Length, manyTime * 1e3, manyGarbage / many.Length, loadTime * 1e6, loadGarbage);
    }

    private static (double Seconds, double Bytes) Measure(Action action, int warmUps, int calls)
    {
        for (int i = 0; i < warmUps; i++)
        {
            action();
            if (i % (warmUps / 4) == 0)
                Thread.Sleep(150);
        }

        var seconds = new double[calls];
        // Of all threads: the parser takes a thread of its own when it is short of stack.
        long before = GC.GetTotalAllocatedBytes(precise: true);
        for (int i = 0; i < calls; i++)
        {
            long started = Stopwatch.GetTimestamp();
            action();
            seconds[i] = Stopwatch.GetElapsedTime(started).TotalSeconds;
        }

        double bytes = (double)(GC.GetTotalAllocatedBytes(precise: true) - before) / calls;
        return (Statistics.Median(seconds), bytes);
    }
}
