using System.Text;
using System.Text.Json;
using HogTrace.Runtime;

namespace HogTrace.Tests.Unit.IlBackend;

/// <summary>A captured value as text.</summary>
internal static class ValueJsonText
{
    public static string Of(in Value value)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
            ValueJson.Write(json, value);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
