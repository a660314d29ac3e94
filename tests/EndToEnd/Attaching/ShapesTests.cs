using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using HogTrace.Tests.EndToEnd.Processes;

namespace HogTrace.Tests.EndToEnd.Attaching;

/// <summary>Methods of every shape: what probes see of them, and that they do what they did.</summary>
[Collection(HeavyTests.Name)]
public sealed class ShapesTests
{
    private const string Source = """
        fn:Shapes.**:entry { capture(args=args, self=self); }
        fn:Shapes.**:exit { capture(args=args, retval=retval, exception=exception, d=duration); }
        """;

    // State machines are the compiler's; their methods are probed, too, but what they see is its business.
    private const string StateMachine = ">d__";

    // What a pointer may look like, and no number of the shapes does.
    private const ulong LeastAddress = 1UL << 40, MostAddress = 1UL << 60;

    private static readonly JsonSerializerOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task Every_shape_is_seen_as_it_is_and_goes_on_as_before()
    {
        using var bare = await StartAsync();
        string[] expected = await Tour(bare);
        using var probed = await StartAsync();
        using var client = await TraceClient.StartAsync(probed, Source);
        Assert.Equal(expected, await Tour(probed));
        string[] lines = await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "Attaching", "shapes.jsonl"));
        await Patience.Until(() => Seen(client).Length >= lines.Length, () => $"{lines.Length} captures of shapes, but {Seen(client).Length}");
        var result = await client.Interrupt();
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("lives on the stack only", result.Error, StringComparison.Ordinal);
        Assert.All(Summary.Read(result.Error).Values, probe => Assert.Equal((0, ""), (probe.Faults, probe.Remarks)));

        // Methods may run at once, and who waits for a task may go on before its probe, so order is nothing to rely on.
        var captures = ByFunction(Seen(client));
        foreach (var (function, wanted) in ByFunction(lines.Select(line => JsonNode.Parse(line)!)))
            Assert.Equal((function, wanted), (function, captures.GetValueOrDefault(function, "")));
        Assert.Empty(captures.Keys.Except(ByFunction(lines.Select(line => JsonNode.Parse(line)!)).Keys));

        // Without probes again; what runs once only has run.
        Assert.Equal(await Tour(bare), await Tour(probed));
    }

    private static Task<TargetProcess> StartAsync() => TargetProcess.StartAsync("Shapes", "ready");

    private static async Task<string[]> Tour(TargetProcess target)
    {
        int seen = target.Output.Count;
        target.Tell("go");
        await target.WaitForOutput("done", seen);
        return [.. target.Output.Skip(seen)];
    }

    private static JsonNode[] Seen(TraceClient client) =>
    [
        .. client.Output.Select(line => JsonNode.Parse(line)!)
            .Where(item => !item["function"]!.GetValue<string>().Contains(StateMachine, StringComparison.Ordinal)),
    ];

    private static Dictionary<string, string> ByFunction(IEnumerable<JsonNode> items) => items
        .GroupBy(item => item["function"]!.GetValue<string>())
        .ToDictionary(group => group.Key, group => string.Join('\n', group.Select(Describe).Order(StringComparer.Ordinal)));

    private static string Describe(JsonNode item)
    {
        Assert.True(item["captures"] is JsonObject, item.ToJsonString());
        var captures = item["captures"]!.AsObject();
        if (captures.TryGetPropertyValue("d", out var duration))
        {
            Assert.InRange(duration!.GetValue<double>(), 0, 60);
            captures = (JsonObject)captures.DeepClone();
            captures.Remove("d");
        }

        return $"{item["point"]} {Normalize(captures)?.ToJsonString(s_plain)}";
    }

    // Of exceptions, type and message; addresses differ from run to run.
    private static JsonNode? Normalize(JsonNode? node) => node switch
    {
        JsonObject thrown when thrown.ContainsKey("StackTrace") =>
            new JsonObject { ["$type"] = thrown["$type"]?.DeepClone(), ["Message"] = thrown["Message"]?.DeepClone() },
        JsonObject item => new JsonObject(item.Select(field => KeyValuePair.Create(field.Key, Normalize(field.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Normalize)]),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number && ulong.TryParse(value.ToJsonString(), out ulong number)
            && number is > LeastAddress and < MostAddress => "address",
        _ => node?.DeepClone(),
    };
}
