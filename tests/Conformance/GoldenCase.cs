using System.Text.Json;

namespace HogTrace.Tests.Conformance;

/// <summary>A source and what the reference makes of it.</summary>
internal sealed record GoldenCase(string Name, string Source, string Expect, string? Protobuf)
{
    private static readonly JsonSerializerOptions s_options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>By name; sources and bytes are too long for the name of a test.</summary>
    public static IReadOnlyDictionary<string, GoldenCase> All { get; } =
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "golden", "reference.jsonl"))
            .Select(line => JsonSerializer.Deserialize<GoldenCase>(line, s_options)!)
            .ToDictionary(golden => golden.Name);

    public bool IsProgram => Expect == "bytes";
}
