namespace HogTrace.Tests.Allocation;

/// <summary>Counts what a call allocates once everything is warm.</summary>
internal static class Hits
{
    public const int Count = 100_000;

    // Enough for the JIT's tiers and for every step of a probe to have taken its final form.
    private const int WarmUp = 50_000;

    /// <summary>Bytes allocated on this thread by <see cref="Count"/> calls.</summary>
    public static long BytesOf(Action<int> call)
    {
        for (int i = 0; i < WarmUp; i++)
            call(i);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Count; i++)
            call(i);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
