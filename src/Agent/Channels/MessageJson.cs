using System.Text.Json;
using HogTrace.AgentProtocol;

namespace HogTrace.Agent.Channels;

/// <summary>
/// Writes messages as <see cref="ProtocolJson"/> reads them. By hand: a serializer would be compiled in the process that
/// is attached to, at a fifth of all that attaching may cost.
/// </summary>
internal static class MessageJson
{
    public static void Write(Utf8JsonWriter json, Hello hello)
    {
        json.WriteNumber("protocol", hello.Protocol);
        json.WriteString("version", hello.Version);
        json.WriteNumber("processId", hello.ProcessId);
        json.WriteString("runtime", hello.Runtime);
        json.WriteString("profiler", hello.Profiler);
        json.WriteNumber("armed", hello.Armed);
    }

    public static void Write(Utf8JsonWriter json, Refusal refusal)
    {
        json.WriteString("reason", refusal.Reason.ToString());
        json.WriteString("message", refusal.Message);
    }

    public static void Write(Utf8JsonWriter json, EndReport end) => json.WriteString("reason", end.Reason);

    public static void Write(Utf8JsonWriter json, ArmingReport arming)
    {
        json.WriteNumber("methods", arming.Methods);
        json.WriteNumber("milliseconds", arming.Milliseconds);
        json.WriteNumber("cpuMilliseconds", arming.CpuMilliseconds);
    }

    public static void Write(Utf8JsonWriter json, BindingReport binding)
    {
        json.WriteStartArray("probes");
        foreach (var probe in binding.Probes)
            Write(json, probe);
        json.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter json, StatisticsReport statistics)
    {
        json.WriteStartArray("probes");
        foreach (var probe in statistics.Probes)
            Write(json, probe);
        json.WriteEndArray();
        json.WriteNumber("sent", statistics.Sent);
        json.WriteNumber("delivered", statistics.Delivered);
        json.WriteNumber("droppedQueueFull", statistics.DroppedQueueFull);
        json.WriteNumber("droppedOther", statistics.DroppedOther);
    }

    public static void Write(Utf8JsonWriter json, ListedMethod method)
    {
        json.WriteString("name", method.Name);
        json.WriteString("signature", method.Signature);
        json.WriteString("module", method.Module);
        Write(json, "marks", method.Marks);
        json.WriteString("obstacle", method.Obstacle);
    }

    private static void Write(Utf8JsonWriter json, ProbeBinding probe)
    {
        json.WriteStartObject();
        json.WriteString("probe", probe.Probe);
        json.WriteString("target", probe.Target);
        json.WriteString("point", probe.Point);
        json.WriteNumber("methods", probe.Methods);
        json.WriteStartArray("problems");
        foreach (var problem in probe.Problems)
            Write(json, problem);
        json.WriteEndArray();
        json.WriteNumber("problemCount", probe.ProblemCount);
        Write(json, "nearest", probe.Nearest);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, MethodProblem problem)
    {
        json.WriteStartObject();
        json.WriteString("method", problem.Method);
        json.WriteString("message", problem.Message);
        json.WriteString("kind", problem.Kind.ToString());
        json.WriteNumber("line", problem.Line);
        json.WriteNumber("column", problem.Column);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ProbeCounts probe)
    {
        json.WriteStartObject();
        json.WriteString("probe", probe.Probe);
        json.WriteNumber("hits", probe.Hits);
        json.WriteNumber("fired", probe.Fired);
        json.WriteNumber("sampledOut", probe.SampledOut);
        json.WriteStartObject("faults");
        foreach (var fault in probe.Faults)
            json.WriteNumber(fault.Key, fault.Value);
        json.WriteEndObject();
        json.WriteString("tier", probe.Tier);
        json.WriteNumber("nanosecondsPerHit", probe.NanosecondsPerHit);
        json.WriteString("switchedOff", probe.SwitchedOff);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
