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
    public static (double Seconds, double Bytes) Measure(Action action, int warmUps, int calls) =>
        Measure(() => (object?)null, _ => action(), _ => { }, warmUps, calls);

    /// <summary>The same between something that prepares each call and something that clears up, neither timed nor counted.</summary>
    public static (double Seconds, double Bytes) Measure<T>(Func<T> prepare, Action<T> action, Action<T> settle, int warmUps, int calls)
    {
        var seconds = new double[calls];
        var bytes = new double[calls];
        for (int i = -warmUps; i < calls; i++)
        {
            if (i < 0 && i % Math.Max(1, warmUps / 4) == 0)
                Thread.Sleep(150);
            var state = prepare();
            // Of all threads: the parser takes a thread of its own when it is short of stack.
            long before = GC.GetTotalAllocatedBytes(precise: true);
            long started = Stopwatch.GetTimestamp();
            action(state);
            var time = Stopwatch.GetElapsedTime(started);
            long after = GC.GetTotalAllocatedBytes(precise: true);
            settle(state);
            if (i < 0)
                continue;
            seconds[i] = time.TotalSeconds;
            bytes[i] = after - before;
        }

        return (Statistics.Median(seconds), Statistics.Median(bytes));
    }
}
