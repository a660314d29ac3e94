namespace HogTrace.Diagnostics;

/// <summary>Why events didn't reach every sink, as instruments and events say it.</summary>
internal static class DropReason
{
    public const string QueueFull = "queue_full";

    public const string SinkFailed = "sink_failed";

    public const string Stopped = "stopped";
}
