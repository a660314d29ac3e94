using System.Diagnostics;
using System.Text.Json;
using HogTrace.Agent.Channels;
using HogTrace.AgentProtocol;

namespace HogTrace.Agent.Sessions;

/// <summary>Tells a client how its probes fare, when there is something new.</summary>
internal sealed class StatisticsSender(MessageWriter messages, ProbeEngine engine, Installation installation, ChannelSink sink)
{
    private readonly Stopwatch _sinceLast = Stopwatch.StartNew();
    private byte[] _last = [];

    public void SendIfDue()
    {
        if (_sinceLast.Elapsed < AgentLimits.StatisticsInterval)
            return;
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
        return JsonSerializer.SerializeToUtf8Bytes(
            new StatisticsReport(
                [.. installation.Status.Select(ToCounts)],
                delivery.Sent,
                delivery.Delivered - sink.TooLarge,
                delivery.DroppedQueueFull,
                delivery.DroppedSinkFailed + delivery.DroppedStopped + sink.TooLarge),
            ProtocolJson.Default.StatisticsReport);
    }

    private static ProbeCounts ToCounts(InstalledProbeStatus status)
    {
        var statistics = status.Statistics;
        return new ProbeCounts(
            status.Probe.Id,
            statistics.Hits,
            statistics.Fired,
            statistics.SampledOut,
            statistics.FaultsByKind.ToDictionary(pair => pair.Key.ToString(), pair => pair.Value),
            statistics.Tier == ProbeTier.Compiled ? "compiled" : "interpreted",
            0,
            statistics.SwitchedOff);
    }
}
