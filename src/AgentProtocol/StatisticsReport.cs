namespace HogTrace.AgentProtocol;

/// <summary>What has become of the hits and of the events so far.</summary>
/// <param name="Probes">In source order.</param>
/// <param name="Sent">Events that were sent by probes.</param>
/// <param name="Delivered">Events that went into the channel.</param>
/// <param name="DroppedQueueFull">Events that found the queue full.</param>
/// <param name="DroppedOther">Events that were lost otherwise: too large for a message, or failed.</param>
internal sealed record StatisticsReport(
    IReadOnlyList<ProbeCounts> Probes, long Sent, long Delivered, long DroppedQueueFull, long DroppedOther);

/// <summary>What has become of a probe's hits.</summary>
/// <param name="Probe">Its id.</param>
/// <param name="Hits">Calls that it has seen.</param>
/// <param name="Fired">Hits whose predicate was true.</param>
/// <param name="SampledOut">Hits that sampling left out.</param>
/// <param name="Faults">Faults by kind.</param>
/// <param name="Tier">interpreted or compiled.</param>
/// <param name="NanosecondsPerHit">A mean, as measured on some of the hits; 0 when unknown.</param>
/// <param name="SwitchedOff">Why it was switched off; null when it is on.</param>
internal sealed record ProbeCounts(
    string Probe,
    long Hits,
    long Fired,
    long SampledOut,
    IReadOnlyDictionary<string, long> Faults,
    string Tier,
    double NanosecondsPerHit,
    string? SwitchedOff);
