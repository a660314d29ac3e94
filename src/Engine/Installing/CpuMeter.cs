using System.Diagnostics;

namespace HogTrace.Installing;

/// <summary>
/// Estimates the CPU that a probe spends and says when it is more than its share. Reading the clock costs more than
/// most predicates, so only some runs are measured: every one while runs are long, one in many while they are short.
/// The median of the last few measurements stands for the runs between, so that one run during which the thread was
/// preempted doesn't switch a cheap probe off. Threads update it without a lock: a lost measurement changes nothing.
/// </summary>
internal sealed class CpuMeter(double share)
{
    private const int Samples = 9;
    private const int LongestInterval = 256;

    private readonly long[] _samples = new long[Samples];
    private int _next;
    private int _filled;
    private int _interval = 1;
    private int _untilMeasured = 1;
    private long _windowStart;
    private double _spent;

    // Median cost below which only one run in LongestInterval is measured, and above which each is.
    private static readonly long s_short = Stopwatch.Frequency / 1_000_000;
    private static readonly long s_long = Stopwatch.Frequency / 50_000;

    /// <summary>Whether the run that is about to start is to be measured.</summary>
    public bool IsDue()
    {
        if (--_untilMeasured > 0)
            return false;
        _untilMeasured = _interval;
        return true;
    }

    /// <summary>So many runs went by that were not offered for measurement; the next one is.</summary>
    public void AddUnmeasured(int runs)
    {
        if (_filled == Samples)
            _spent += (double)Median() * runs;
    }

    /// <summary>Takes a measurement in; the reason to switch the probe off when it has overspent, else null.</summary>
    public string? Add(long ticks, long now)
    {
        _samples[_next] = ticks;
        _next = (_next + 1) % Samples;
        _filled = Math.Min(_filled + 1, Samples);
        if (_filled < Samples)
            return null;

        long cost = Median();
        double spent = (double)cost * _interval;
        _interval = cost >= s_long ? 1 : cost >= s_short ? LongestInterval / 8 : LongestInterval;
        if (now - _windowStart > Stopwatch.Frequency)
        {
            _windowStart = now;
            _spent = 0;
        }

        _spent += spent;
        return _spent > share * Stopwatch.Frequency && share < 1.0
            ? $"it spent more than {share:P0} of a core over a second"
            : null;
    }

    private long Median()
    {
        Span<long> sorted = stackalloc long[Samples];
        _samples.CopyTo(sorted);
        sorted.Sort();
        return sorted[Samples / 2];
    }
}
