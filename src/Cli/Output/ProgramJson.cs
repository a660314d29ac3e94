using System.Collections.Immutable;
using System.Text.Json;
using HogTrace.Bytecode;
using HogTrace.Runtime;

namespace HogTrace.Cli.Output;

/// <summary>A compiled program as JSON for people and scripts; it can't be loaded again.</summary>
internal static class ProgramJson
{
    public static void Write(Utf8JsonWriter json, Program program)
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
        foreach (var probe in program.Probes)
            WriteProbe(json, program, probe);
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

    private static void WriteProbe(Utf8JsonWriter json, Program program, Probe probe)
    {
        json.WriteStartObject();
        json.WriteString("id", probe.Id);
        json.WriteString("specifier", probe.Specifier);
        json.WriteString("point", EventJson.PointName(probe.Point));
        WriteOptional(json, "offset", probe.Offset);
        WriteOptional(json, "sampling", probe.Sampling);
        WriteCode(json, program, probe, CodeBlock.Predicate, probe.Predicate);
        WriteCode(json, program, probe, CodeBlock.Body, probe.Body);
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
        Utf8JsonWriter json, Program program, Probe probe, CodeBlock block, ImmutableArray<byte> code)
    {
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
        json.WriteEndObject();
    }
}
