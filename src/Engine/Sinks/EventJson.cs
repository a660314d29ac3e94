using System.Text.Encodings.Web;
using System.Text.Json;
using HogTrace.Bytecode;
using HogTrace.Runtime;

namespace HogTrace;

/// <summary>The JSON form of events.</summary>
internal static class EventJson
{
    public static readonly JsonWriterOptions Options = new()
    {
        // Lines go to terminals and files, never into HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public static void Write(Utf8JsonWriter json, ProbeEvent item)
    {
        json.WriteStartObject();
        json.WriteString("program", item.Program);
        json.WriteString("probe", item.Probe.Id);
        json.WriteString("function", item.Function);
        json.WriteString("point", PointName(item.Point));
        json.WriteNumber("timestamp", item.Timestamp.ToUnixTimeMilliseconds() / 1000.0);
        if (item is CaptureEvent capture)
            WriteCapture(json, capture);
        else if (item is FaultEvent fault)
            WriteFault(json, fault);
        json.WriteEndObject();
    }

    public static string PointName(ProbePoint point) => point == ProbePoint.Entry ? "entry" : "exit";

    public static void WriteFields(Utf8JsonWriter json, IReadOnlyList<CapturedField> fields)
    {
        json.WriteStartObject();
        // By index: an enumerator would be garbage.
        for (int i = 0; i < fields.Count; i++)
        {
            var field = fields[i];
            json.WritePropertyName(field.Name);
            ValueJson.Write(json, field.Value);
        }

        json.WriteEndObject();
    }

    private static void WriteCapture(Utf8JsonWriter json, CaptureEvent capture)
    {
        json.WriteString("request", capture.RequestId);
        json.WriteNumber("thread", capture.ThreadId);
        if (capture.ThreadName is { } name)
            json.WriteString("threadName", name);
        if (capture.TraceId is { } trace)
            json.WriteString("trace", trace);
        if (capture.SpanId is { } span)
            json.WriteString("span", span);
        json.WritePropertyName("captures");
        WriteFields(json, capture.Fields);
    }

    private static void WriteFault(Utf8JsonWriter json, FaultEvent fault)
    {
        json.WriteString("fault", fault.Fault.Kind.ToString());
        json.WriteNumber("line", fault.Fault.Line);
        json.WriteNumber("column", fault.Fault.Column);
        json.WriteString("message", fault.Fault.Message);
        json.WriteNumber("unreported", fault.Unreported);
    }
}
