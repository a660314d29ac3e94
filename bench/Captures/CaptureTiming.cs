using System.Diagnostics;
using System.Runtime.CompilerServices;
using HogTrace.Bench.Cases;
using HogTrace.Bench.Paired;

namespace HogTrace.Bench.Captures;

/// <summary>A capture of two strings and a number, against forms written by hand.</summary>
internal static class CaptureTiming
{
    private const int Batch = 4096;
    private const int Rounds = 1500;
    private const int WarmUps = 400;

    private static readonly string[] s_paths = Samples.Roles;
    private static readonly HandRing s_ring = new();
    private static readonly Captured[] s_records = new Captured[1024];
    private static int s_next;

    private static readonly Action<string, string, long> s_intoRing =
        [MethodImpl(MethodImplOptions.NoInlining)] static (method, path, n) => s_ring.Send(method, path, n);

    private static readonly Action<string, string, long> s_newRecord =
        [MethodImpl(MethodImplOptions.NoInlining)] static (method, path, n) => s_records[s_next++ & 1023] = new Captured(method, path, n);

    private static readonly Action<string, string, long> s_clock =
        [MethodImpl(MethodImplOptions.NoInlining)] static (_, _, _) => s_time = DateTime.UtcNow.Ticks;

    private static readonly Action<string, string, long> s_nothing =
        [MethodImpl(MethodImplOptions.NoInlining)] static (_, _, _) => s_time = 0;

    private static long s_time;

    public static IReadOnlyList<CaptureFigures> Measure()
    {
        using var engine = CaptureEngine.Create(TimeProvider.System);
        using var timeless = CaptureEngine.Create(new StandingClock());
        var site = CaptureEngine.Install(engine, "Bench.Captures.Run");
        var timelessSite = CaptureEngine.Install(timeless, "Bench.Captures.RunTimeless");
        Form[] forms =
        [
            new("by hand: ring of structs", () => ByHand(s_intoRing)),
            new("by hand: new record", () => ByHand(s_newRecord)),
            new("probe", () => AtSite(site)),
            new("probe, with a clock that stands still", () => AtSite(timelessSite)),
            new("by hand: the clock read", () => ByHand(s_clock)),
            new("by hand: nothing", () => ByHand(s_nothing)),
        ];
        for (int i = 0; i < WarmUps + Rounds; i++)
        {
            if (i == WarmUps)
                Thread.Sleep(500);
            for (int turn = 0; turn < forms.Length; turn++)
            {
                s_ring.Settle();
                engine.Flush();
                timeless.Flush();
                forms[i % 2 == 0 ? turn : forms.Length - 1 - turn].Run(isTimed: i >= WarmUps);
            }
        }

        if (s_ring.Dropped > 0 || engine.Delivery.Dropped > 0 || timeless.Delivery.Dropped > 0)
            throw new InvalidOperationException("something that was timed was dropped");
        var less = forms[2].Less("probe, less what the clock read takes", forms[4], forms[5]);
        return [.. forms.Append(less).Select(form => form.Against(forms[0], forms[1]))];
    }

    private static void ByHand(Action<string, string, long> form)
    {
        for (int i = 0; i < Batch; i++)
            form("GET", s_paths[i], i);
    }

    private static void AtSite(ProbeSite<string, string, long> site)
    {
        for (int i = 0; i < Batch; i++)
            site.Enter("GET", s_paths[i], i);
    }

    private sealed record Captured(string Method, string Path, long N);

    /// <summary>Stands still: to see what a capture costs besides reading the clock.</summary>
    private sealed class StandingClock : TimeProvider
    {
        private static readonly DateTimeOffset s_now = DateTimeOffset.UtcNow;

        public override DateTimeOffset GetUtcNow() => s_now;
    }

    private sealed class Form(string name, Action loop)
    {
        private readonly List<double> _times = new(Rounds);
        private long _bytes;

        public void Run(bool isTimed)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            long started = Stopwatch.GetTimestamp();
            loop();
            var time = Stopwatch.GetElapsedTime(started);
            if (!isTimed)
                return;
            _bytes += GC.GetAllocatedBytesForCurrentThread() - before;
            _times.Add(time.TotalNanoseconds / Batch);
        }

        /// <summary>What is left of this form without what one takes more than another, pair by pair.</summary>
        public Form Less(string name, Form one, Form other)
        {
            var left = new Form(name, () => { }) { _bytes = _bytes };
            for (int i = 0; i < _times.Count; i++)
                left._times.Add(_times[i] - (one._times[i] - other._times[i]));
            return left;
        }

        public CaptureFigures Against(Form ring, Form record) => new(
            name, Statistics.Median(_times), Ratio(ring), Ratio(record), (double)_bytes / Rounds / Batch);

        private double Ratio(Form other) => Statistics.Median(_times.Zip(other._times, (mine, theirs) => mine / theirs));
    }
}

/// <summary>One form; the ratios are medians over pairs of batches.</summary>
internal sealed record CaptureFigures(string Form, double Nanoseconds, double RatioToRing, double RatioToRecord, double Bytes);
