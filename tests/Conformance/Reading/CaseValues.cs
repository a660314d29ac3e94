using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using HogTrace.Runtime;
using HogTrace.Tests.Conformance.Zoo;

namespace HogTrace.Tests.Conformance.Reading;

/// <summary>
/// Values of frames. JSON stands for the language's own kinds and for its sequences and mappings; an object of one key
/// that begins with $ is a value of the host: <c>{"$host": name}</c> from the fixtures, <c>{"$decimal": "1.5"}</c> and
/// so on from text.
/// </summary>
internal static class CaseValues
{
    public static Value Read(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => Value.None,
        JsonValueKind.True => Value.True,
        JsonValueKind.False => Value.False,
        JsonValueKind.String => Value.FromString(json.GetString()),
        JsonValueKind.Number => Number(json.GetRawText()),
        JsonValueKind.Array => List(json),
        _ when json.EnumerateObject().Count() == 1 && json.EnumerateObject().First() is { Name: ['$', ..] } tagged =>
            Tagged(tagged.Name, tagged.Value),
        _ => Value.FromReference(Mapping(json)),
    };

    /// <summary>The names and values of an object; null for none.</summary>
    public static Dictionary<string, Value>? Names(JsonElement? json) =>
        json?.EnumerateObject().ToDictionary(pair => pair.Name, pair => Read(pair.Value));

    private static Value Number(string text) => text.AsSpan().ContainsAny(".eE")
        ? Value.FromFloat(double.Parse(text, CultureInfo.InvariantCulture))
        : Value.FromInt(long.Parse(text, CultureInfo.InvariantCulture));

    private static Value List(JsonElement json)
    {
        var list = new ValueList(json.GetArrayLength());
        foreach (JsonElement item in json.EnumerateArray())
            list.Add(Read(item));
        return Value.FromReference(list);
    }

    private static ValueMapping Mapping(JsonElement json)
    {
        var mapping = new ValueMapping();
        foreach (JsonProperty pair in json.EnumerateObject())
            mapping.Set(pair.Name, Read(pair.Value));
        return mapping;
    }

    private static Value Tagged(string tag, JsonElement json) => tag switch
    {
        "$repeat" => Value.FromString(new StringBuilder().Insert(0, json[0].GetString()!, json[1].GetInt32()).ToString()),
        "$range" => Value.FromObject(Enumerable.Range(0, json.GetInt32()).Select(number => (long)number).ToArray()),
        "$array" => Value.FromObject(json.EnumerateArray().Select(item => Read(item).ToObject()).ToArray()),
        "$list" => Value.FromObject(json.EnumerateArray().Select(item => Read(item).ToObject()).ToList()),
        _ => Value.FromObject(FromText(tag, json.GetString()!, CultureInfo.InvariantCulture)),
    };

    private static object FromText(string tag, string text, CultureInfo culture) => tag switch
    {
        "$host" => HostZoo.Make(text),
        "$float" => FloatOf(text),
        "$single" => float.Parse(text, culture),
        "$half" => Half.Parse(text, culture),
        "$char" => text[0],
        "$byte" => byte.Parse(text, culture),
        "$sbyte" => sbyte.Parse(text, culture),
        "$short" => short.Parse(text, culture),
        "$ushort" => ushort.Parse(text, culture),
        "$int" => int.Parse(text, culture),
        "$uint" => uint.Parse(text, culture),
        "$ulong" => ulong.Parse(text, culture),
        "$decimal" => decimal.Parse(text, NumberStyles.Number, culture),
        "$bigint" => BigInteger.Parse(text, culture),
        "$datetime" => DateTime.Parse(text, culture, DateTimeStyles.RoundtripKind),
        "$datetimeoffset" => DateTimeOffset.Parse(text, culture),
        "$date" => DateOnly.Parse(text, culture),
        "$time" => TimeOnly.Parse(text, culture),
        "$timespan" => TimeSpan.Parse(text, culture),
        "$guid" => Guid.Parse(text),
        "$version" => Version.Parse(text),
        "$uri" => new Uri(text, UriKind.RelativeOrAbsolute),
        _ => throw new InvalidDataException($"unknown tag {tag}"),
    };

    private static double FloatOf(string text) => text switch
    {
        "nan" => double.NaN,
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };
}
