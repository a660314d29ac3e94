using System.Collections.Immutable;

namespace HogTrace.Runtime;

/// <summary>The pairs of a mapping.</summary>
public sealed class MappingSnapshot : Snapshot
{
    internal MappingSnapshot(ImmutableArray<CapturedField> pairs, int? omitted)
    {
        Pairs = pairs;
        Omitted = omitted;
    }

    /// <summary>The first pairs, in the mapping's order; keys as text.</summary>
    public ImmutableArray<CapturedField> Pairs { get; }

    /// <summary>How many pairs were left out; null when some were and nobody knows how many.</summary>
    public int? Omitted { get; }
}
