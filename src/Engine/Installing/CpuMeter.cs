using System.Diagnostics;

namespace HogTrace.Installing;

/// <summary>
/// Estimates the CPU that a probe spends and says when it is more than its share. Reading the clock costs more than
/// most predicates, so only some runs are measured: every one while runs are long, one in many while they are short.
/// Quick runs and captures of compiled code, which never come here one by one, have accounts of their own. Threads update it without a lock.
/// </summary>
internal sealed class CpuMeter(double share)
{
    private const int LongestInterval = 256;

    // Median cost below which only one run in LongestInterval is measured, and above which each is.
    private static readonly double s_short = Stopwatch.Frequency / 1e6;
    private static readonly double s_long = Stopwatch.Frequency / 5e4;

    private readonly RecentCosts _runs = new();
    private readonly RecentCosts _quickRuns = new();
    private readonly RecentCosts _captures = new();
    private int _interval = 1;
    private int _untilMeasured = 1;
    private long _windowStart;
    private double _spent;
    private double _total;

    /// <summary>What all runs together have taken, as estimated from those that were measured.</summary>
    public TimeSpan Total => TimeSpan.FromSeconds(Volatile.Read(ref _total) / Stopwatch.Frequency);

    /// <summary>Whether the run that is about to start is to be measured.</summary>
    public bool IsDue()
    {
        if (--_untilMeasured > 0)
            return false;
        _untilMeasured = _interval;
        return true;
    }

    /// <summary>Takes a measurement in; the reason to switch the probe off when it has overspent, else null.</summary>
    public string? Add(long ticks, long now)
    {
        _runs.Add(ticks);
        if (!_runs.IsFilled)
            return null;
        double cost = _runs.Median();
        int runs = _interval;
        _interval = cost >= s_long ? 1 : cost >= s_short ? LongestInterval / 8 : LongestInterval;
        return Spend(cost * runs, now);
    }

    /// <summary>So many quick runs went by, one of which takes so long; the reason to switch off as for <see cref="Add"/>.</summary>
    public string? AddQuick(int runs, double ticks, long now)
    {
        _quickRuns.Add(ticks);
        return _quickRuns.IsFilled ? Spend(_quickRuns.Median() * runs, now) : null;
    }

    /// <summary>So many captures of compiled code went by, one of which takes so long; as for <see cref="AddQuick"/>.</summary>
    public string? AddCaptures(int runs, double ticks, long now)
    {
        _captures.Add(ticks);
        return _captures.IsFilled ? Spend(_captures.Median() * runs, now) : null;
    }

    private string? Spend(double ticks, long now)
    {
        if (now - _windowStart > Stopwatch.Frequency)
        {
            _windowStart = now;
            _spent = 0;
        }

        _spent += ticks;
        _total += ticks;
        return _spent > share * Stopwatch.Frequency && share < 1.0
            ? $"it spent more than {share:P0} of a core over a second"
            : null;
    }
}
