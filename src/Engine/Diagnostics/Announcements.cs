using System.Collections.Concurrent;

namespace HogTrace.Diagnostics;

/// <summary>
/// Tells listeners what has happened, in order, one thing at a time, on the thread pool: so that code of the host that
/// listens runs neither inside a probe nor under a lock of ours, and what it throws goes no further.
/// </summary>
internal static class Announcements
{
    private static readonly ConcurrentQueue<Action> s_waiting = new();
    private static int s_isRunning;

    public static void Post(Action announcement)
    {
        s_waiting.Enqueue(announcement);
        TryRun();
    }

    /// <summary>Does what tells listeners, on this thread.</summary>
    public static void Tell(Action announcement)
    {
        try
        {
            announcement();
        }
#pragma warning disable CA1031 // A listener is code of the host; its failure goes no further.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }

    private static void TryRun()
    {
        if (Interlocked.Exchange(ref s_isRunning, 1) == 0)
            ThreadPool.UnsafeQueueUserWorkItem(static _ => Run(), null);
    }

    private static void Run()
    {
        while (s_waiting.TryDequeue(out var announcement))
            Tell(announcement);
        // One that comes before the exchange sees a runner and leaves it alone; a full fence, so that it is seen here.
        Interlocked.Exchange(ref s_isRunning, 0);
        if (!s_waiting.IsEmpty)
            TryRun();
    }
}
