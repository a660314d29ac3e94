using System.Globalization;
using System.Text.Json;
using HogTrace.Bytecode;
using HogTrace.Tests.Conformance.Assembling;

namespace HogTrace.Tests.Conformance.Reading;

/// <summary>A program, the calls that it sees, and what has to come of it; one line of a case file.</summary>
internal sealed record ConformanceCase
{
    private const string Keys =
        "name source expression code predicate body frames diagnostics probes options store stores";

    public required string Name { get; init; }

    /// <summary>The source; empty when the case is bytecode.</summary>
    public required string Source { get; init; }

    /// <summary>The program, when the case is bytecode.</summary>
    public Program? Assembled { get; init; }

    public required IReadOnlyList<CaseFrame> Frames { get; init; }

    public required CaseOptions Options { get; init; }

    /// <summary>Expected diagnostics as <c>code@line:column</c>; null when only errors are ruled out.</summary>
    public IReadOnlyList<string>? Diagnostics { get; init; }

    /// <summary>Expected facts of the compiled probes; null when none are asked for.</summary>
    public IReadOnlyList<JsonElement>? Probes { get; init; }

    /// <summary>Expected contents of request stores by request, as JSON; a store that is not named is not looked at.</summary>
    public required IReadOnlyDictionary<string, string> Stores { get; init; }

    public bool IsRejected => Diagnostics?.Any(text => !text.StartsWith("HT3", StringComparison.Ordinal)) ?? false;

    public override string ToString() => Name;

    public static ConformanceCase Parse(string line)
    {
        JsonElement json = JsonDocument.Parse(line).RootElement;
        CaseJson.CheckKeys(json, $"{Keys} {CaseFrame.Keys}");
        CaseOptions options = CaseOptions.Parse(CaseJson.Find(json, "options"));
        Program? assembled = AssembledOf(json, options.Bytecode);
        return new ConformanceCase
        {
            Name = json.GetProperty("name").GetString()!,
            Source = assembled is null ? SourceOf(json) : "",
            Assembled = assembled,
            Frames = FramesOf(json),
            Options = options,
            Diagnostics = CaseJson.Find(json, "diagnostics") is { } diagnostics
                ? [.. diagnostics.EnumerateArray().Select(item => item.GetString()!)]
                : null,
            Probes = CaseJson.Find(json, "probes") is { } probes ? [.. probes.EnumerateArray()] : null,
            Stores = StoresOf(json),
        };
    }

    // An expression stands alone on line 2, so that a column in an expectation is a column of it.
    private static string SourceOf(JsonElement json) => CaseJson.Find(json, "expression") is { } expression
        ? string.Create(CultureInfo.InvariantCulture, $"fn:app.f:entry {{ capture(v=\n{expression.GetString()}\n); }}")
        : json.GetProperty("source").GetString()!;

    // The code of a value that is captured stands first in the body, so that its statements are lines from 2.
    private static Program? AssembledOf(JsonElement json, uint version)
    {
        string? body = CaseJson.Find(json, "code") is { } code
            ? $"PushConst \"v\"; {code.GetString()}; CallNamed capture x1; Pop"
            : CaseJson.Find(json, "body")?.GetString();
        string? predicate = CaseJson.Find(json, "predicate")?.GetString();
        ProbePoint point = CaseJson.Find(json, "point")?.GetString() == "exit" ? ProbePoint.Exit : ProbePoint.Entry;
        return body is null && predicate is null ? null : Assembler.Assemble(predicate ?? "", body ?? "", point, version);
    }

    // Without frames there is one, and what is expected of it stands in the case itself.
    private static CaseFrame[] FramesOf(JsonElement json) =>
        CaseJson.Find(json, "frames") is not { } frames ? [CaseFrame.Parse(json)]
        : frames.GetArrayLength() == 1 ? [CaseFrame.ParseAlone(frames[0]).Or(CaseFrame.Parse(json))]
        : [.. frames.EnumerateArray().Select(CaseFrame.ParseAlone)];

    private static Dictionary<string, string> StoresOf(JsonElement json)
    {
        var stores = new Dictionary<string, string>();
        if (CaseJson.Find(json, "store") is { } store)
            stores.Add("", CaseJson.Canonical(store));
        if (CaseJson.Find(json, "stores") is { } named)
        {
            foreach (JsonProperty request in named.EnumerateObject())
                stores.Add(request.Name, CaseJson.Canonical(request.Value));
        }

        return stores;
    }
}
