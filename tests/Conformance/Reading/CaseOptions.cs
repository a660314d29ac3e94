using System.Text.Json;
using HogTrace.Runtime;

namespace HogTrace.Tests.Conformance.Reading;

/// <summary>What a case asks of compiler and engine beyond the defaults.</summary>
internal sealed record CaseOptions
{
    private const string Keys =
        "bytecode version1 budget string allocation captures members secrets depth items fields text nestedText eventBytes";

    /// <summary>The version that the expectations are about.</summary>
    public uint Bytecode { get; init; } = 2;

    /// <summary>Whether the program means the same in version 1, if it can be expressed there.</summary>
    public bool MeansSameInVersion1 { get; init; } = true;

    public required ProbeEngineOptions Engine { get; init; }

    public static CaseOptions Parse(JsonElement? json)
    {
        if (json is { } given)
            CaseJson.CheckKeys(given, Keys);
        return new CaseOptions
        {
            Bytecode = (uint)(Int(json, "bytecode") ?? 2),
            MeansSameInVersion1 = Find(json, "version1")?.GetBoolean() ?? true,
            Engine = EngineOf(json),
        };
    }

    private static ProbeEngineOptions EngineOf(JsonElement? json)
    {
        RunLimits limits = RunLimits.Default;
        SnapshotOptions snapshots = SnapshotOptions.Default;
        SecretNames secrets = Find(json, "secrets") is { } names
            ? SecretNames.Default.With(names.EnumerateArray().Select(name => name.GetString()!))
            : SecretNames.Default;
        return new ProbeEngineOptions
        {
            Members = Enum.Parse<MemberPolicy>(Find(json, "members")?.GetString() ?? nameof(MemberPolicy.Safe)),
            SecretNames = secrets,
            Limits = new RunLimits
            {
                InstructionBudget = Int(json, "budget") ?? limits.InstructionBudget,
                StringUnits = Int(json, "string") ?? limits.StringUnits,
                AllocationBytes = Int(json, "allocation") ?? limits.AllocationBytes,
                Captures = Int(json, "captures") ?? limits.Captures,
                // Time is no matter of meaning, and the first run of anything is slow.
                WallClock = TimeSpan.FromMinutes(5),
            },
            Snapshots = new SnapshotOptions
            {
                Depth = Int(json, "depth") ?? snapshots.Depth,
                Items = Int(json, "items") ?? snapshots.Items,
                Fields = Int(json, "fields") ?? snapshots.Fields,
                StringUnits = Int(json, "text") ?? snapshots.StringUnits,
                NestedStringUnits = Int(json, "nestedText") ?? snapshots.NestedStringUnits,
                EventBytes = Int(json, "eventBytes") ?? snapshots.EventBytes,
                Secrets = secrets,
            },
        };
    }

    private static int? Int(JsonElement? json, string key) => Find(json, key)?.GetInt32();

    private static JsonElement? Find(JsonElement? json, string key) => json is { } given ? CaseJson.Find(given, key) : null;
}
