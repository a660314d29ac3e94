using System.Runtime;

namespace HogTrace.Bench.Paired;

/// <summary>
/// Measures loops in one process: short batches of them in turn, so that each ratio is of two moments at which the
/// machine was the same.
/// </summary>
internal static class PairedRun
{
    private const double BatchSeconds = 0.0003;
    private const int WarmUps = 8;
    private const int QuietWarmUps = 4;
    private const int WarmUpsAtMost = 60;

    /// <param name="loops">The yardstick first.</param>
    /// <param name="rounds">Batches of each.</param>
    public static IReadOnlyList<VariantFigures> Measure(IReadOnlyList<MeasuredLoop> loops, int rounds)
    {
        WarmUp(loops);
        foreach (var loop in loops)
            loop.Calibrate(BatchSeconds);

        double[][] times = [.. loops.Select(_ => new double[rounds])];
        for (int round = 0; round < rounds; round++)
        {
            // Every other round in the opposite order: none always runs behind the same other.
            for (int i = 0; i < loops.Count; i++)
            {
                int turn = round % 2 == 0 ? i : loops.Count - 1 - i;
                times[turn][round] = loops[turn].Time();
            }
        }

        double[] hand = times[0];
        double nanoseconds = Statistics.Median(hand) * 1e9;
        return [.. loops.Zip(times, (loop, own) => Figures(loop, own, hand, nanoseconds))];
    }

    private static VariantFigures Figures(MeasuredLoop loop, double[] times, double[] hand, double handNanoseconds)
    {
        double ratio = Statistics.Median(times.Zip(hand, (time, by) => time / by));
        double added = Statistics.Median(times.Zip(hand, (time, by) => time - by)) * 1e9;
        return new VariantFigures(loop.Variant, ratio, ratio * handNanoseconds, added, times.Min() * 1e9, loop.BytesPerCall());
    }

    /// <summary>Until the JIT, which works in the background, has had nothing more to do for a while.</summary>
    private static void WarmUp(IReadOnlyList<MeasuredLoop> loops)
    {
        long compiled = 0;
        int quiet = 0;
        for (int i = 0; i < WarmUpsAtMost && (i < WarmUps || quiet < QuietWarmUps); i++)
        {
            foreach (var loop in loops)
                loop.RunFor(TimeSpan.FromMilliseconds(12));
            Thread.Sleep(120);
            long now = JitInfo.GetCompiledMethodCount();
            quiet = now == compiled ? quiet + 1 : 0;
            compiled = now;
        }
    }
}
