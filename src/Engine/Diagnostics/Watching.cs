using System.Diagnostics.Tracing;

namespace HogTrace.Diagnostics;

/// <summary>Whether anybody can watch the engines of the process by its meter and its events.</summary>
internal static class Watching
{
    /// <summary>
    /// False in a process that was attached to: its client is told all there is to know, and the meter, the event source
    /// and what they are described by would cost the process more than its probes do.
    /// </summary>
    public static bool IsPossible { get; set; } = true;

    public static bool IsEnabled(EventLevel level, EventKeywords keywords) =>
        IsPossible && HogTraceEventSource.Log.IsEnabled(level, keywords);
}
