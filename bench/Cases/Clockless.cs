namespace HogTrace.Bench.Cases;

/// <summary>
/// As <see cref="Compiled"/>, over a clock that stands still: what a capture costs apart from reading the time, which
/// the hand-written ring doesn't do either.
/// </summary>
internal readonly struct Clockless : ITier
{
    private static readonly ProbeEngine s_engine = BenchEngine.Create(Bytecode.Limits.TierUpAfter, new StoppedClock());

    public static string Name => "Clockless";

    public static ProbeEngine Engine => s_engine;

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch;
    }
}
