using System.Text.Json;

namespace HogTrace.Runtime;

/// <summary>Writes values and their copies as JSON.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>None is null; an Int has no point, a Float always has a point or an exponent; NaN and the infinities are the strings <c>"nan"</c>, <c>"inf"</c>, <c>"-inf"</c>.</item>
/// <item>A mapping is an object. A host object is an object that begins with <c>"$type"</c>. Either ends with <c>"$omitted": n</c> when n members were left out (null: nobody counted them).</item>
/// <item>A list is an array; when n items were left out its last item is <c>{"$omitted": n}</c>.</item>
/// <item>A string that was cut is its beginning and <c>… (+n)</c>, n being the UTF-16 units left out.</item>
/// <item>What was not copied is <c>{"$type": "T", "$cut": reason}</c>, the reason being depth, cycle, size, opaque or fault; with a fault goes an <c>"$error"</c>.</item>
/// <item>A surrogate without its pair becomes U+FFFD.</item>
/// </list>
/// </remarks>
public static class ValueJson
{
    private const string TypeKey = "$type";
    private const string OmittedKey = "$omitted";

    /// <summary>Writes a value; an Object that is no copy is written as its text.</summary>
    public static void Write(Utf8JsonWriter writer, in Value value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        switch (value.Kind)
        {
            case ValueKind.None:
                writer.WriteNullValue();
                break;
            case ValueKind.Bool:
                writer.WriteBooleanValue(value.UnsafeBool);
                break;
            case ValueKind.Int:
                writer.WriteNumberValue(value.UnsafeInt);
                break;
            case ValueKind.Float:
                WriteFloat(writer, value.UnsafeFloat);
                break;
            case ValueKind.String:
                writer.WriteStringValue(value.StringOrNull);
                break;
            default:
                WriteObject(writer, value);
                break;
        }
    }

    private static void WriteFloat(Utf8JsonWriter writer, double value)
    {
        Span<char> buffer = stackalloc char[FloatText.MaxLength];
        ReadOnlySpan<char> text = buffer[..FloatText.Format(value, buffer)];
        if (double.IsFinite(value))
            writer.WriteRawValue(text, skipInputValidation: true);
        else
            writer.WriteStringValue(text);
    }

    private static void WriteObject(Utf8JsonWriter writer, in Value value)
    {
        switch (value.Reference)
        {
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case ulong number:
                writer.WriteNumberValue(number);
                break;
            case ObjectSnapshot copy:
                writer.WriteStartObject();
                writer.WriteString(TypeKey, copy.TypeName);
                WriteFields(writer, copy.Fields.AsSpan(), copy.Omitted);
                break;
            case MappingSnapshot copy:
                writer.WriteStartObject();
                WriteFields(writer, copy.Pairs.AsSpan(), copy.Omitted);
                break;
            case ListSnapshot copy:
                WriteList(writer, copy);
                break;
            case TextSnapshot copy:
                writer.WriteStringValue($"{copy.Prefix}… (+{copy.Length - copy.Prefix.Length})");
                break;
            case CutSnapshot copy:
                WriteCut(writer, copy);
                break;
            default:
                writer.WriteStringValue(value.ToString());
                break;
        }
    }

    private static void WriteFields(Utf8JsonWriter writer, ReadOnlySpan<CapturedField> fields, int? omitted)
    {
        foreach (CapturedField field in fields)
        {
            writer.WritePropertyName(field.Name);
            Write(writer, field.Value);
        }

        if (omitted != 0)
            WriteOmitted(writer, omitted);
        writer.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter writer, ListSnapshot copy)
    {
        writer.WriteStartArray();
        foreach (Value item in copy.Items)
            Write(writer, item);
        if (copy.Omitted != 0)
        {
            writer.WriteStartObject();
            WriteOmitted(writer, copy.Omitted);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteOmitted(Utf8JsonWriter writer, int? omitted)
    {
        if (omitted is { } count)
            writer.WriteNumber(OmittedKey, count);
        else
            writer.WriteNull(OmittedKey);
    }

    private static void WriteCut(Utf8JsonWriter writer, CutSnapshot copy)
    {
        writer.WriteStartObject();
        writer.WriteString(TypeKey, copy.TypeName);
        writer.WriteString("$cut", copy.Reason switch
        {
            CutReason.Depth => "depth",
            CutReason.Cycle => "cycle",
            CutReason.Size => "size",
            CutReason.Opaque => "opaque",
            _ => "fault",
        });
        if (copy.Message is not null)
            writer.WriteString("$error", copy.Message);
        writer.WriteEndObject();
    }
}
