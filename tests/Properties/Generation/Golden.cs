using System.Text.Json;

namespace HogTrace.Tests.Properties.Generation;

/// <summary>The reference's programs: sources, and the bytes of those that it accepts.</summary>
internal static class Golden
{
    public static IReadOnlyList<string> Sources { get; }

    public static IReadOnlyList<byte[]> Programs { get; }

    static Golden()
    {
        using var stream = typeof(Golden).Assembly.GetManifestResourceStream("reference.jsonl")!;
        using var reader = new StreamReader(stream);
        var sources = new List<string>();
        var programs = new List<byte[]>();
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            using var document = JsonDocument.Parse(line);
            sources.Add(document.RootElement.GetProperty("source").GetString()!);
            if (document.RootElement.TryGetProperty("protobuf", out var hex))
                programs.Add(Convert.FromHexString(hex.GetString()!));
        }

        Sources = sources;
        Programs = programs;
    }
}
