namespace HogTrace.Tests.Allocation;

/// <summary>Counts what a call allocates once everything is warm.</summary>
internal static class Hits
{
    public const int Count = 100_000;

    private const int Rounds = 8;

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Bytes allocated on this thread by <see cref="Count"/> calls.</summary>
    /// <remarks>
    /// The least of several rounds: code is compiled in the background and takes over at a moment of its own, and whatever
    /// it makes once is not what a call costs. A call that allocates does so in every round.
    /// </remarks>
    public static long BytesOf(Action<int> call)
    {
        long least = Round(call);
        for (int round = 0; round < Rounds; round++)
        {
            Thread.Sleep(s_pause);
            least = Math.Min(least, Round(call));
        }

        return least;
    }

    private static long Round(Action<int> call)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Count; i++)
            call(i);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
