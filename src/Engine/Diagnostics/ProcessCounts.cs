namespace HogTrace.Diagnostics;

/// <summary>
/// What all engines of the process have done that is rare enough to be counted twice: here, and for the probe. So
/// these totals survive the engines by themselves. Thread safe.
/// </summary>
internal static class ProcessCounts
{
    private static long s_tierUps;
    private static long s_deoptimizations;
    private static long s_switchedOff;

    public static long TierUps => Interlocked.Read(ref s_tierUps);

    public static long Deoptimizations => Interlocked.Read(ref s_deoptimizations);

    public static long SwitchedOff => Interlocked.Read(ref s_switchedOff);

    /// <summary>Faults of installed probes.</summary>
    public static FaultKindCounter Faults { get; } = new();

    public static void AddTierUp() => Interlocked.Increment(ref s_tierUps);

    public static void AddDeoptimization() => Interlocked.Increment(ref s_deoptimizations);

    public static void AddSwitchedOff() => Interlocked.Increment(ref s_switchedOff);
}
