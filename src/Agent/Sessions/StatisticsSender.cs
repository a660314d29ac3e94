using System.Diagnostics;
using HogTrace.Agent.Channels;
using HogTrace.AgentProtocol;

namespace HogTrace.Agent.Sessions;

/// <summary>Tells a client how its probes fare, when there is something new.</summary>
internal sealed class StatisticsSender(MessageWriter messages, ProbeEngine engine, Installation installation, ChannelSink sink)
{
    private readonly Stopwatch _sinceLast = Stopwatch.StartNew();
    private byte[] _last = [];

    public bool IsDue => _sinceLast.Elapsed >= AgentLimits.StatisticsInterval;

    public void SendIfNew()
    {
        byte[] report = Report();
        _sinceLast.Restart();
        if (report.AsSpan().SequenceEqual(_last))
            return;
        _last = report;
        messages.Send(MessageKind.Statistics, report);
    }

    public void Send() => messages.Send(MessageKind.Statistics, Report());

    private byte[] Report()
    {
        var delivery = engine.Delivery;
        var report = new StatisticsReport(
                [.. installation.Status.Select(ToCounts)],
                delivery.Sent,
                delivery.Delivered - sink.TooLarge,
                delivery.DroppedQueueFull,
                delivery.DroppedSinkFailed + delivery.DroppedStopped + sink.TooLarge);
        return MessageWriter.Serialize(json => MessageJson.Write(json, report));
    }

    private static Dictionary<string, long> FaultsOf(ProbeStatistics statistics)
    {
        var faults = new Dictionary<string, long>();
        if (statistics.Faulted == 0)
            return faults;
        foreach (var (kind, count) in statistics.FaultsByKind)
            faults.Add(kind.ToString(), count);

        return faults;
    }

    private static ProbeCounts ToCounts(InstalledProbeStatus status)
    {
        var statistics = status.Statistics;
        return new ProbeCounts(
            status.Probe.Id,
            statistics.Hits,
            statistics.Fired,
            statistics.SampledOut,
            FaultsOf(statistics),
            statistics.Tier == ProbeTier.Compiled ? "compiled" : "interpreted",
            statistics.Hits == 0 ? 0 : statistics.RunTime.TotalNanoseconds / statistics.Hits,
            statistics.SwitchedOff);
    }
}
