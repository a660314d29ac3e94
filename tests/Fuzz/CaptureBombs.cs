using System.Text.Json;
using HogTrace.Bytecode;
using HogTrace.Runtime;

namespace HogTrace.Tests.Fuzz;

/// <summary>Object graphs deep, wide and cyclic, captured with the default options and with the largest.</summary>
internal static class CaptureBombs
{
    private const int Size = 1_000_000;

    private static readonly ProbeEngineOptions[] s_options =
    [
        new(),
        new()
        {
            Members = MemberPolicy.NonPublic,
            Snapshots = new SnapshotOptions { Depth = int.MaxValue, Items = int.MaxValue, Fields = int.MaxValue },
        },
    ];

    public static IEnumerable<(string Bomb, Func<string?> Run)> All()
    {
        yield return ("linked objects", () => Capture(Chain(inner => new Link(inner))));
        yield return ("nested lists", () => Capture(Chain(inner => new List<object?> { inner })));
        yield return ("nested arrays", () => Capture(Chain(inner => new[] { inner, inner })));
        yield return ("nested mappings", () => Capture(Chain(inner => new Dictionary<string, object?> { ["a"] = inner })));
        yield return ("nested tuples", () => Capture(Chain(inner => (1, inner))));
        yield return ("nested exceptions", () => Capture(Chain(inner => new InvalidOperationException("m", inner as Exception), 10_000)));
        yield return ("nested tasks", () => Capture(Chain(Task.FromResult)));
        yield return ("deep JSON", () => Capture(DeepJson()));
        yield return ("a list that holds itself", () => Capture(OwnItem()));
        yield return ("a wide list", () => Capture(Enumerable.Range(0, Size).ToList()));
        yield return ("a wide list of lists", () => Capture(Enumerable.Range(0, Size / 10).Select(i => new List<int> { i }).ToList()));
        yield return ("a wide mapping", () => Capture(Enumerable.Range(0, Size).ToDictionary(i => i)));
        yield return ("an endless sequence", () => Capture(Endless()));
        yield return ("long strings", () => Capture(Enumerable.Repeat(new string('x', Size), 1_000).ToArray()));
        yield return ("a long string", () => Capture(new string('\u0001', Size)));
        yield return ("a type of a deep name", () => Capture(DeepType()));
    }

    private static string? Capture(object? value)
    {
        foreach (var options in s_options)
        {
            using var engine = new ProbeEngine(options);
            using var output = new StringWriter();
            engine.Sinks.Add(new JsonLinesSink(output));
            foreach (string source in (string[])["capture(arg0)", "capture(a=arg0, b=args, c=locals)", "$req.x = str(arg0); capture($req.x)", "capture(typename(arg0), arg0 == self)"])
            {
                var probe = HogTraceProgram.Compile($"fn:a.b:entry {{ {source}; }}").Probes[0];
                var frame = new ProbeFrame("a.b", ProbePoint.Entry) { Self = Value.FromObject(value) };
                frame.SetArguments(Value.FromObject(value));
                var result = engine.Execute(probe, frame);
                if (result.Fault is { Kind: not FaultKind.LimitExceeded } fault)
                    return fault.ToString();
                if (result.CaptureCount > 0 && JsonLength(result) > 16 * Limits.CaptureEventBytes)
                    return $"the event has {JsonLength(result)} bytes";
            }
        }

        return null;
    }

    private static int JsonLength(ExecutionResult result)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, EventJson.Options))
            EventJson.WriteFields(json, result.GetCapture(0));
        return (int)stream.Length;
    }

    private static object? Chain(Func<object?, object?> wrap, int length = 300_000)
    {
        object? chain = null;
        for (int i = 0; i < length; i++)
            chain = wrap(chain);
        return chain;
    }

    private static JsonElement DeepJson()
    {
        const int Depth = 20_000; // the parser itself takes quadratic time
        string text = new string('[', Depth) + new string(']', Depth);
        return JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = Depth }).RootElement;
    }

    private static List<object> OwnItem()
    {
        var list = new List<object>();
        list.Add(list);
        list.Add(list);
        return list;
    }

    private static IEnumerable<int> Endless()
    {
        for (int i = 0; ; i++)
            yield return i;
    }

    private static object DeepType()
    {
        var type = typeof(int);
        for (int i = 0; i < 100; i++)
            type = typeof(List<>).MakeGenericType(type);
        return Activator.CreateInstance(type)!;
    }

    private sealed class Link(object? inner)
    {
        public object? Inner { get; } = inner;

        public object? Other { get; } = inner;
    }
}
