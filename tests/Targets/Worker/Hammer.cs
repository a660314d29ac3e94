using System.Diagnostics;
using System.Globalization;

namespace Worker;

/// <summary>Threads that call one method all the time, and remember how many calls there were and the longest wait for one.</summary>
internal static class Hammer
{
    private static readonly List<Thread> s_threads = [];
    private static readonly Lock s_gate = new();
    private static volatile bool s_isStopping;
    private static long s_calls;
    private static long s_longest;

    public static string Start(int threads)
    {
        s_isStopping = false;
        (s_calls, s_longest) = (0, 0);
        for (int i = 0; i < threads; i++)
        {
            var thread = new Thread(Run) { IsBackground = true };
            s_threads.Add(thread);
            thread.Start();
        }

        return "started";
    }

    /// <summary>Calls, and milliseconds of the longest.</summary>
    public static string Stop()
    {
        s_isStopping = true;
        foreach (var thread in s_threads)
            thread.Join();
        s_threads.Clear();
        return string.Create(CultureInfo.InvariantCulture, $"{s_calls} {s_longest * 1000 / Stopwatch.Frequency}");
    }

    private static void Run()
    {
        long calls = 0, longest = 0, sum = 0;
        while (!s_isStopping)
        {
            long begin = Stopwatch.GetTimestamp();
            sum = Calls.Hot(sum, "hammer");
            longest = Math.Max(longest, Stopwatch.GetTimestamp() - begin);
            calls++;
        }

        lock (s_gate)
        {
            s_calls += calls;
            s_longest = Math.Max(s_longest, longest);
        }
    }
}
