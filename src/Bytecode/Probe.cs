using System.Collections.Immutable;

namespace HogTrace.Bytecode;

/// <summary>One probe of a program: where it stands, when it fires, what it does.</summary>
internal sealed record Probe
{
    public required string Id { get; init; }

    /// <summary>The target pattern, segments joined by dots: <c>Shop.*.Create</c>.</summary>
    public required string Specifier { get; init; }

    public required ProbePoint Point { get; init; }

    /// <summary>N of <c>entry+N</c>; null without an offset.</summary>
    public uint? Offset { get; init; }

    /// <summary>The probe's own sampling rate in (0, 1]; null without a <c>sample</c> statement.</summary>
    public double? Sampling { get; init; }

    /// <summary>Code of the predicate; empty when the probe has none.</summary>
    public ImmutableArray<byte> Predicate { get; init; } = [];

    public ImmutableArray<byte> Body { get; init; } = [];

    /// <summary>Source spans of the instructions, by code offset; predicate first, the body's offsets follow on.</summary>
    public ImmutableArray<CodePosition> Positions { get; init; } = [];
}
