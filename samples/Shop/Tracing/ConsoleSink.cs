using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using HogTrace;
using HogTrace.Bytecode;
using HogTrace.Runtime;

namespace Shop.Tracing;

/// <summary>Writes events as lines for people to read.</summary>
internal sealed class ConsoleSink(TextWriter writer) : IProbeSink
{
    // Times in seconds are what a reader looks for first; they are shown in milliseconds.
    private const string Duration = "duration";

    private static readonly JsonWriterOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // The engine calls on a thread of its own, one batch at a time.
    public void Write(IReadOnlyList<ProbeEvent> batch)
    {
        foreach (var item in batch)
        {
            string request = item is CaptureEvent capture ? capture.RequestId ?? "-" : "-";
            writer.WriteLine(
                $"{item.Timestamp.ToLocalTime():HH:mm:ss.fff}  {request,-8} {Arrow(item)} {ShortName(item.Function),-24} {Describe(item)}");
        }
    }

    public void Flush() => writer.Flush();

    /// <summary>The last two parts of a full name: type and method.</summary>
    public static string ShortName(string function) => string.Join('.', function.Split('.').TakeLast(2));

    private static string Arrow(ProbeEvent item) => item.Point == ProbePoint.Entry ? "->" : "<-";

    private static string Describe(ProbeEvent item) => item switch
    {
        CaptureEvent capture => string.Join("  ", capture.Fields.Select(Describe)),
        FaultEvent { Fault: var fault } => $"probe fault at {fault.Line}:{fault.Column}: {fault.Kind}: {fault.Message}",
        _ => "",
    };

    private static string Describe(CapturedField field) =>
        field.Name == Duration && field.Value.TryGetFloat(out double seconds)
            ? string.Create(CultureInfo.InvariantCulture, $"{field.Name}={seconds * 1000:f1}ms")
            : $"{field.Name}={ToJson(field.Value)}";

    private static string ToJson(Value value)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, s_json))
            ValueJson.Write(json, value);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
