using System.Collections.Immutable;

namespace HogTrace.Runtime;

/// <summary>The items of an array, list, set or tuple.</summary>
public sealed class ListSnapshot : Snapshot
{
    internal ListSnapshot(ImmutableArray<Value> items, int? omitted)
    {
        Items = items;
        Omitted = omitted;
    }

    /// <summary>The first items, in order.</summary>
    public ImmutableArray<Value> Items { get; }

    /// <summary>How many items were left out; null when some were and nobody knows how many.</summary>
    public int? Omitted { get; }
}
