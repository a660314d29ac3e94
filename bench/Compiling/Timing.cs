using System.Diagnostics;
using HogTrace.Bench.Paired;

namespace HogTrace.Bench.Compiling;

/// <summary>Times an action after a warm-up.</summary>
internal static class Timing
{
    /// <summary>The median of many calls, and what one allocates.</summary>
    /// <param name="action">The action.</param>
    /// <param name="warmUps">Calls before; the JIT gets time to optimise between them.</param>
    /// <param name="calls">Calls that are timed.</param>
    /// <param name="settle">Goes behind each call, neither timed nor counted.</param>
    public static (double Seconds, double Bytes) Measure(Action action, int warmUps, int calls, Action? settle = null)
    {
        for (int i = 0; i < warmUps; i++)
        {
            action();
            settle?.Invoke();
            if (i % Math.Max(1, warmUps / 4) == 0)
                Thread.Sleep(150);
        }

        var seconds = new double[calls];
        var bytes = new double[calls];
        for (int i = 0; i < calls; i++)
        {
            // Of all threads: the parser takes a thread of its own when it is short of stack.
            long before = GC.GetTotalAllocatedBytes(precise: true);
            long started = Stopwatch.GetTimestamp();
            action();
            seconds[i] = Stopwatch.GetElapsedTime(started).TotalSeconds;
            bytes[i] = GC.GetTotalAllocatedBytes(precise: true) - before;
            settle?.Invoke();
        }

        return (Statistics.Median(seconds), Statistics.Median(bytes));
    }
}
