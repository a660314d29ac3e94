using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using HogTrace.Runtime;

namespace HogTrace.Tests.Conformance.Reading;

/// <summary>JSON compared as text: order counts, and so does how a number is written, which tells an Int from a Float.</summary>
internal static class CaseJson
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonElement? Find(JsonElement json, string key) =>
        json.TryGetProperty(key, out JsonElement found) ? found : null;

    /// <summary>A misspelt key would silently expect nothing.</summary>
    public static void CheckKeys(JsonElement json, string keys)
    {
        foreach (JsonProperty property in json.EnumerateObject())
        {
            if (!keys.Split(' ').Contains(property.Name))
                throw new InvalidDataException($"unknown key \"{property.Name}\" in {json}");
        }
    }

    /// <summary>One text for equal JSON; numbers as they are written.</summary>
    public static string Canonical(JsonElement json) => Text(writer => Write(writer, json));

    public static string Of(in Value value)
    {
        Value copy = value;
        return Reread(Text(writer => ValueJson.Write(writer, copy)));
    }

    public static string Of(IEnumerable<CapturedField> fields) => Reread(Text(writer =>
    {
        writer.WriteStartObject();
        foreach (CapturedField field in fields)
        {
            writer.WritePropertyName(field.Name);
            ValueJson.Write(writer, field.Value);
        }

        writer.WriteEndObject();
    }));

    private static string Reread(string text)
    {
        using JsonDocument document = JsonDocument.Parse(text);
        return Canonical(document.RootElement);
    }

    private static string Text(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, s_options))
            write(writer);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (JsonProperty property in json.EnumerateObject())
                {
                    writer.WritePropertyName(property.Name);
                    Write(writer, property.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (JsonElement item in json.EnumerateArray())
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case JsonValueKind.Number:
                writer.WriteRawValue(json.GetRawText());
                break;
            default:
                json.WriteTo(writer);
                break;
        }
    }
}
