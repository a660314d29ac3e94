using System.Text.Json;

namespace HogTrace.Tests.EndToEnd.Attaching;

/// <summary>A line of <c>hogtrace list --format json</c>.</summary>
internal sealed record ListedMethod(string Name, string Signature, string Module, string[] Marks, string? Obstacle);

/// <summary>Reads such lines.</summary>
internal static class ListedMethods
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<ListedMethod> Read(string lines) =>
        [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<ListedMethod>(line, s_options)!)];
}
