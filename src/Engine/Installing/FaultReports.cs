using System.Diagnostics;
using HogTrace.Runtime;

namespace HogTrace.Installing;

/// <summary>Lets a fault of each kind through once an interval and counts the others. Thread safe.</summary>
internal sealed class FaultReports(TimeSpan interval)
{
    private readonly Lock _gate = new();

    // Most probes never fault.
    private Dictionary<FaultKind, (long Last, long Unreported)>? _kinds;

    /// <summary>Whether to report now, and how many of the kind went unreported since the last time.</summary>
    public bool TryReport(FaultKind kind, out long unreported)
    {
        long now = Stopwatch.GetTimestamp();
        lock (_gate)
        {
            _kinds ??= [];
            bool seen = _kinds.TryGetValue(kind, out var entry);
            unreported = entry.Unreported;
            bool due = !seen || Stopwatch.GetElapsedTime(entry.Last, now) >= interval;
            _kinds[kind] = due ? (now, 0) : (entry.Last, entry.Unreported + 1);
            return due;
        }
    }
}
