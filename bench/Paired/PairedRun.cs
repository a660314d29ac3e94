using System.Diagnostics;
using System.Runtime;
using HogTrace.Bench.Cases;

namespace HogTrace.Bench.Paired;

/// <summary>
/// Measures a case in one process: short batches of its forms in turn, so that each ratio is of two moments at which
/// the machine was the same.
/// </summary>
internal static class PairedRun
{
    private const double BatchSeconds = 0.0004;
    private const int Rounds = 1500;
    private const int WarmUps = 8;
    private const int QuietWarmUps = 4;
    private const int WarmUpsAtMost = 60;

    public static CaseFigures Measure(ProbeCase @case)
    {
        Form[] forms = @case.Executes
            ? [new(@case.Hand), new(@case.Site), new(@case.Execute)]
            : [new(@case.Hand), new(@case.Site)];
        WarmUp(forms);
        foreach (var form in forms)
            form.Calibrate(BatchSeconds);

        var times = new double[forms.Length][];
        for (int i = 0; i < forms.Length; i++)
            times[i] = new double[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            // Every other round in the opposite order: none always runs behind the same other.
            for (int i = 0; i < forms.Length; i++)
            {
                int turn = round % 2 == 0 ? i : forms.Length - 1 - i;
                @case.Settle();
                times[turn][round] = forms[turn].Time();
            }
        }

        @case.Check();
        double hand = Statistics.Median(times[0]);
        double site = Ratio(times[1], times[0]);
        return new CaseFigures(
            @case.Id,
            @case.Title,
            times[0].Min() * 1e9,
            site * hand * 1e9,
            site,
            forms[1].BytesPerCall(),
            @case.Executes ? Ratio(times[2], times[0]) : null,
            @case.Executes ? forms[2].BytesPerCall() : null);
    }

    private static double Ratio(double[] times, double[] hand) => Statistics.Median(times.Zip(hand, (time, by) => time / by));

    /// <summary>Until the JIT, which works in the background, has had nothing more to do for a while.</summary>
    private static void WarmUp(Form[] forms)
    {
        long compiled = 0;
        int quiet = 0;
        for (int i = 0; i < WarmUpsAtMost && (i < WarmUps || quiet < QuietWarmUps); i++)
        {
            foreach (var form in forms)
                form.RunFor(TimeSpan.FromMilliseconds(25));
            Thread.Sleep(120);
            long now = JitInfo.GetCompiledMethodCount();
            quiet = now == compiled ? quiet + 1 : 0;
            compiled = now;
        }
    }

    /// <summary>One form and how many calls of it make a batch.</summary>
    private sealed class Form(Action<int> loop)
    {
        private const int WarmUpCalls = 200;

        private int _calls = WarmUpCalls;

        public void RunFor(TimeSpan time)
        {
            long started = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(started) < time)
                loop(WarmUpCalls);
        }

        public void Calibrate(double batchSeconds)
        {
            var seconds = new double[31];
            for (int i = 0; i < seconds.Length; i++)
                seconds[i] = Time();
            _calls = Math.Max(1, (int)(batchSeconds / Statistics.Median(seconds)));
        }

        /// <summary>Seconds a call, over one batch.</summary>
        public double Time()
        {
            long started = Stopwatch.GetTimestamp();
            loop(_calls);
            return Stopwatch.GetElapsedTime(started).TotalSeconds / _calls;
        }

        public double BytesPerCall()
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            loop(_calls);
            return (double)(GC.GetAllocatedBytesForCurrentThread() - before) / _calls;
        }
    }
}
