using System.Diagnostics;

namespace HogTrace.Bench.Paired;

/// <summary>A loop over one variant of a case, and how many calls of it make a batch.</summary>
/// <param name="variant">What it runs.</param>
/// <param name="loop">Runs so many calls.</param>
/// <param name="settle">Goes behind a batch, untimed.</param>
/// <param name="callsAtMost">In one batch.</param>
internal sealed class MeasuredLoop(Variant variant, Action<int> loop, Action? settle = null, int callsAtMost = int.MaxValue)
{
    private const int WarmUpCalls = 200;
    private const int BytesBatches = 4;

    private int _calls = WarmUpCalls;

    public Variant Variant => variant;

    public void RunFor(TimeSpan time)
    {
        long started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < time)
            Time(WarmUpCalls);
    }

    public void Calibrate(double batchSeconds)
    {
        var seconds = new double[31];
        for (int i = 0; i < seconds.Length; i++)
            seconds[i] = Time();
        _calls = Math.Clamp((int)(batchSeconds / Statistics.Median(seconds)), 1, callsAtMost);
    }

    /// <summary>Seconds a call, over one batch.</summary>
    public double Time() => Time(_calls);

    public double BytesPerCall()
    {
        long bytes = 0;
        for (int i = 0; i < BytesBatches; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            loop(_calls);
            bytes += GC.GetAllocatedBytesForCurrentThread() - before;
            settle?.Invoke();
        }

        return (double)bytes / BytesBatches / _calls;
    }

    private double Time(int calls)
    {
        long started = Stopwatch.GetTimestamp();
        loop(calls);
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds / calls;
        settle?.Invoke();
        return seconds;
    }
}
