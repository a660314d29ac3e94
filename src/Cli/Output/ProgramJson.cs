using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using HogTrace.Bytecode;
using HogTrace.Runtime;

namespace HogTrace.Cli.Output;

/// <summary>A compiled program as JSON for people and scripts; it can't be loaded again.</summary>
internal static class ProgramJson
{
    /// <summary>The JSON in lines, with the IL of each probe by its index when it is wanted.</summary>
    public static byte[] ToBytes(Program program, Func<int, IListingNotes>? ilOf = null)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, EventJson.Options with { Indented = true, NewLine = "\n" }))
            Write(json, program, ilOf);
        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    private static void Write(Utf8JsonWriter json, Program program, Func<int, IListingNotes>? ilOf)
    {
        json.WriteStartObject();
        json.WriteNumber("version", program.Version);
        json.WriteNumber("sampling", program.Sampling);
        json.WriteString("source", program.SourceName.Length > 0 ? program.SourceName : null);
        json.WriteStartArray("constants");
        foreach (var constant in program.Constants)
            WriteConstant(json, constant);
        json.WriteEndArray();
        json.WriteStartArray("probes");
        for (int i = 0; i < program.Probes.Length; i++)
            WriteProbe(json, program, program.Probes[i], ilOf?.Invoke(i));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteConstant(Utf8JsonWriter json, Constant constant)
    {
        json.WriteStartObject();
        json.WriteString("kind", constant.Kind.ToString());
        json.WritePropertyName("value");
        ValueJson.Write(json, constant.Kind switch
        {
            ConstantKind.None => Value.None,
            ConstantKind.Bool => Value.FromBool(constant.Bits != 0),
            ConstantKind.Int => Value.FromInt(constant.Bits),
            ConstantKind.Float => Value.FromFloat(constant.AsFloat),
            _ => Value.FromString(constant.Text),
        });
        json.WriteEndObject();
    }

    private static void WriteProbe(Utf8JsonWriter json, Program program, Probe probe, IListingNotes? il)
    {
        json.WriteStartObject();
        json.WriteString("id", probe.Id);
        json.WriteString("specifier", probe.Specifier);
        json.WriteString("point", EventJson.PointName(probe.Point));
        WriteOptional(json, "offset", probe.Offset);
        WriteOptional(json, "sampling", probe.Sampling);
        WriteCode(json, program, probe, CodeBlock.Predicate, il);
        WriteCode(json, program, probe, CodeBlock.Body, il);
        json.WriteEndObject();
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    private static void WriteCode(
        Utf8JsonWriter json, Program program, Probe probe, CodeBlock block, IListingNotes? il)
    {
        var code = block == CodeBlock.Predicate ? probe.Predicate : probe.Body;
        string name = block == CodeBlock.Predicate ? "predicate" : "body";
        if (code.IsEmpty && block == CodeBlock.Predicate)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("hex", Convert.ToHexStringLower(code.AsSpan()));
        json.WriteStartArray("listing");
        using var listing = new StringWriter();
        new CodeListing(program, probe, block, null, listing).Write();
        // The first line only names the block.
        foreach (var line in listing.ToString().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Skip(1))
            json.WriteStringValue(line);
        json.WriteEndArray();
        if (il is not null)
            WriteIl(json, code, block, il);
        json.WriteEndObject();
    }

    // By the offset of the bytecode instruction that it belongs to.
    private static void WriteIl(Utf8JsonWriter json, ImmutableArray<byte> code, CodeBlock block, IListingNotes il)
    {
        json.WriteStartObject("il");
        WriteLines(json, "start", il.Before(block));
        int offset = 0;
        for (int i = 0; InstructionDecoder.TryRead(code.AsSpan(), offset, out _, out int length); i++)
        {
            WriteLines(json, offset.ToString("d4", CultureInfo.InvariantCulture), il.Under(block, i));
            offset += length;
        }

        WriteLines(json, "exits", il.After(block));
        json.WriteEndObject();
    }

    private static void WriteLines(Utf8JsonWriter json, string name, IEnumerable<string> lines)
    {
        json.WriteStartArray(name);
        foreach (string line in lines)
            json.WriteStringValue(line);
        json.WriteEndArray();
    }
}
