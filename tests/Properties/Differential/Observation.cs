using System.Buffers;
using System.Text;
using System.Text.Json;
using HogTrace.Runtime;

namespace HogTrace.Tests.Properties.Differential;

/// <summary>Everything that can be seen of a run.</summary>
internal readonly record struct Observation(
    RunOutcome Outcome, FaultKind Fault, int Instruction, bool FaultInPredicate, string? Message, int FuelLeft, string Effects)
{
    /// <summary>Of a run that has ended.</summary>
    public static Observation Of(RunOutcome outcome, ref RunContext run, RequestStore store) => new(
        outcome, run.Fault, run.Fault == FaultKind.None ? 0 : run.FaultInstruction, run.FaultInPredicate, run.FaultMessage,
        run.FuelLeft, Describe(run.Captures, store));

    private static string Describe(List<Capture>? captures, RequestStore store)
    {
        if (captures is null && store.Count == 0)
            return "";
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, EventJson.Options))
        {
            json.WriteStartArray();
            foreach (var capture in captures ?? [])
                EventJson.WriteFields(json, capture.Fields);
            foreach (var (name, value) in store.Snapshot())
            {
                json.WriteStringValue(name);
                json.WriteStringValue($"{value.Kind} {(value.Kind == ValueKind.Object ? value.ToObject()!.GetType().Name : value.ToObject())}");
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
