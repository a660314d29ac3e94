namespace HogTrace;

/// <summary>What has become of an engine's events. Every event sent is delivered, dropped, or still waiting.</summary>
/// <param name="Sent">Events that probes made.</param>
/// <param name="Delivered">Events that every sink took.</param>
/// <param name="DroppedQueueFull">Events dropped because too many waited.</param>
/// <param name="DroppedSinkFailed">Events in a batch that a sink threw for, or when it was flushed after it.</param>
/// <param name="DroppedStopped">Events that came after the engine was disposed.</param>
public sealed record DeliveryStatistics(
    long Sent, long Delivered, long DroppedQueueFull, long DroppedSinkFailed, long DroppedStopped)
{
    /// <summary>All events dropped.</summary>
    public long Dropped => DroppedQueueFull + DroppedSinkFailed + DroppedStopped;
}
