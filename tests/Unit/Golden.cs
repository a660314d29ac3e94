using System.Text.Json;

namespace HogTrace.Tests.Unit;

/// <summary>What the reference makes of a source: the bytes that it writes, or null when it rejects it.</summary>
public sealed record Golden(string Name, string Source, byte[]? Bytes)
{
    public static IReadOnlyList<Golden> All { get; } =
    [
        .. Resource.Read("reference.jsonl")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(Parse),
    ];

    public static IEnumerable<Golden> Accepted => All.Where(golden => golden.Bytes is not null);

    public override string ToString() => Name;

    private static Golden Parse(string line)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        JsonElement root = document.RootElement;
        return new Golden(
            root.GetProperty("name").GetString()!,
            root.GetProperty("source").GetString()!,
            root.TryGetProperty("protobuf", out JsonElement hex) ? Convert.FromHexString(hex.GetString()!) : null);
    }
}
