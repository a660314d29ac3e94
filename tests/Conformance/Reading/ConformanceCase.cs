using System.Globalization;
using System.Text.Json;

namespace HogTrace.Tests.Conformance.Reading;

/// <summary>A program, the calls that it sees, and what has to come of it; one line of a case file.</summary>
internal sealed record ConformanceCase
{
    private const string Keys =
        "name source expression frames diagnostics probes options store stores";

    public required string Name { get; init; }

    public required string Source { get; init; }

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
        return new ConformanceCase
        {
            Name = json.GetProperty("name").GetString()!,
            Source = SourceOf(json),
            Frames = FramesOf(json),
            Options = CaseOptions.Parse(CaseJson.Find(json, "options")),
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
