using System.Text.Json;
using HogTrace.Bytecode;
using HogTrace.Runtime;

namespace HogTrace.Tests.Conformance.Reading;

/// <summary>One call: its values as JSON, read anew for every run, and what is expected of the probes that it meets.</summary>
internal sealed record CaseFrame(JsonElement Json)
{
    public const string Keys =
        "function point args kwargs self retval exception request locals globals duration value captures fault outcome fuel";

    /// <summary>Expected captures in order, as JSON; null when nothing is said of them and of faults.</summary>
    public required IReadOnlyList<string>? Captures { get; init; }

    /// <summary>Expected faults in order as <c>Kind@column</c> or <c>Kind@line:column</c>.</summary>
    public required IReadOnlyList<string>? Faults { get; init; }

    /// <summary>Expected outcome of the only probe.</summary>
    public string? Outcome { get; init; }

    /// <summary>Expected fuel used by all probes together.</summary>
    public int? Fuel { get; init; }

    public string Function => CaseJson.Find(Json, "function")?.GetString() ?? "app.f";

    public bool IsExit => CaseJson.Find(Json, "point")?.GetString() == "exit";

    /// <summary>Frames with the same name share a request store; "" is one, too.</summary>
    public string Request => CaseJson.Find(Json, "request")?.GetString() ?? "";

    public bool ExpectsNothing => Captures is null && Faults is null && Outcome is null && Fuel is null;

    public static CaseFrame Parse(JsonElement json) => new(json)
    {
        Captures =
            CaseJson.Find(json, "captures") is { } captures ? [.. captures.EnumerateArray().Select(CaseJson.Canonical)]
            : CaseJson.Find(json, "value") is { } value ? [$"{{\"v\":{CaseJson.Canonical(value)}}}"]
            : null,
        Faults =
            CaseJson.Find(json, "fault") is not { } fault ? null
            : fault.ValueKind == JsonValueKind.Array ? [.. fault.EnumerateArray().Select(FaultOf)]
            : [FaultOf(fault)],
        Outcome = CaseJson.Find(json, "outcome")?.GetString(),
        Fuel = CaseJson.Find(json, "fuel")?.GetInt32(),
    };

    /// <summary>A frame that is not part of its case's own object.</summary>
    public static CaseFrame ParseAlone(JsonElement json)
    {
        CaseJson.CheckKeys(json, Keys);
        return Parse(json);
    }

    /// <summary>This frame with another's expectations where it has none.</summary>
    public CaseFrame Or(CaseFrame other) => ExpectsNothing
        ? this with { Captures = other.Captures, Faults = other.Faults, Outcome = other.Outcome, Fuel = other.Fuel }
        : this;

    /// <summary>The frame with values of its own.</summary>
    public ProbeFrame Read()
    {
        var frame = new ProbeFrame(Function, IsExit ? ProbePoint.Exit : ProbePoint.Entry)
        {
            Self = ValueOf("self"),
            ReturnValue = ValueOf("retval"),
            Exception = ValueOf("exception"),
            Duration = CaseJson.Find(Json, "duration")?.GetDouble() ?? 0,
            KeywordArguments = CaseValues.Names(CaseJson.Find(Json, "kwargs")),
            Locals = CaseValues.Names(CaseJson.Find(Json, "locals")),
            Globals = CaseValues.Names(CaseJson.Find(Json, "globals")),
        };
        if (CaseJson.Find(Json, "args") is { } arguments)
            frame.SetArguments([.. arguments.EnumerateArray().Select(CaseValues.Read)]);
        return frame;
    }

    private Value ValueOf(string key) => CaseJson.Find(Json, key) is { } json ? CaseValues.Read(json) : Value.None;

    private static string FaultOf(JsonElement json)
    {
        string text = json.GetString()!;
        return text.Contains('@') && !text.Contains(':') ? text.Replace("@", "@2:", StringComparison.Ordinal) : text;
    }
}
