using System.Diagnostics;
using System.Diagnostics.Tracing;
using HogTrace.Queueing;
using static HogTrace.Diagnostics.HogTraceEventSource;

namespace HogTrace.Diagnostics;

/// <summary>Says once a second at most how many events were dropped since it last did. For one thread.</summary>
internal sealed class DropReports
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(1);

    private DeliveryStatistics _reported = new(0, 0, 0, 0, 0);
    private long _last = Stopwatch.GetTimestamp() - (long)(s_interval.TotalSeconds * Stopwatch.Frequency);

    /// <summary>What was dropped while nobody listened is reported to the first who does.</summary>
    public void Report(EventQueue queue, bool isLast)
    {
        if (!Watching.IsEnabled(EventLevel.Warning, Keywords.Delivery)
            || (!isLast && Stopwatch.GetElapsedTime(_last) < s_interval))
            return;
        var now = queue.Statistics;
        if (now.Dropped == _reported.Dropped)
            return;
        _last = Stopwatch.GetTimestamp();
        Report(DropReason.QueueFull, now.DroppedQueueFull - _reported.DroppedQueueFull);
        Report(DropReason.SinkFailed, now.DroppedSinkFailed - _reported.DroppedSinkFailed);
        Report(DropReason.Stopped, now.DroppedStopped - _reported.DroppedStopped);
        _reported = now;
    }

    private static void Report(string reason, long count)
    {
        if (count > 0)
            Announcements.Tell(() => Log.EventsDropped(reason, count));
    }
}
