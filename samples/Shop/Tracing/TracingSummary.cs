using HogTrace;
using HogTrace.Bytecode;

namespace Shop.Tracing;

/// <summary>What became of the probes and of what they captured.</summary>
internal static class TracingSummary
{
    public static void Write(TextWriter writer, DeliveryStatistics delivery, IReadOnlyList<InstalledProbeStatus> probes)
    {
        writer.WriteLine($"Events: {delivery.Sent} sent, {delivery.Delivered} delivered, {delivery.Dropped} dropped.");
        writer.WriteLine();
        writer.WriteLine($"{"probe",-46} {"hits",6} {"fired",6} {"false",6} {"sampled out",12} {"faults",7} {"captures",9}");
        foreach (var (probe, sites, _, counts) in probes)
        {
            string point = probe.Point == ProbePoint.Entry ? "entry" : "exit";
            writer.WriteLine(
                $"{$"{ConsoleSink.ShortName(probe.Target)}:{point}",-46} {counts.Hits,6} {counts.Fired,6} {counts.PredicateFalse,6} "
                + $"{counts.SampledOut,12} {counts.Faulted,7} {counts.Captures,9}{Remark(sites, counts)}");
        }
    }

    private static string Remark(IReadOnlyList<string> sites, ProbeStatistics counts) =>
        counts.SwitchedOff is { } reason ? $"  switched off: {reason}"
        : sites.Count == 0 ? "  (no site)"
        : "";
}
