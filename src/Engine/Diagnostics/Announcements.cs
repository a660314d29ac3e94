using System.Collections.Concurrent;
using HogTrace.Execution;

namespace HogTrace.Diagnostics;

/// <summary>
/// Tells listeners what has happened, in order, one thing at a time, on the thread pool: so that code of the host that
/// listens runs neither inside a probe nor under a lock of ours, and what it throws goes no further.
/// </summary>
internal static class Announcements
{
    private static readonly BackgroundQueue<Action> s_waiting = new(TellAll);

    public static void Post(Action announcement) => s_waiting.Add(announcement);

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

    private static void TellAll(ConcurrentQueue<Action> waiting)
    {
        while (waiting.TryDequeue(out var announcement))
            Tell(announcement);
    }
}
