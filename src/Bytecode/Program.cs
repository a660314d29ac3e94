using System.Collections.Immutable;

namespace HogTrace.Bytecode;

/// <summary>A compiled program as it stands in memory; nothing in it has been verified.</summary>
internal sealed record Program
{
    /// <summary>Bytecode version: 1 is the reference's, 2 adds jumps and the rest.</summary>
    public required uint Version { get; init; }

    public ImmutableArray<Constant> Constants { get; init; } = [];

    public ImmutableArray<Probe> Probes { get; init; } = [];

    /// <summary>The share of requests that the probes of the program run for, in (0, 1].</summary>
    public double Sampling { get; init; } = 1.0;

    /// <summary>Name of the source file, for messages; empty when unknown.</summary>
    public string SourceName { get; init; } = "";

    /// <summary>The source itself, for messages; empty when unknown.</summary>
    public string SourceText { get; init; } = "";
}
