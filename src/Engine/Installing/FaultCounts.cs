using System.Collections;
using System.Globalization;
using HogTrace.Runtime;

namespace HogTrace;

/// <summary>Faults by kind; kinds that never occurred are left out. Immutable; equal when every count is.</summary>
public sealed class FaultCounts : IEnumerable<KeyValuePair<FaultKind, long>>, IEquatable<FaultCounts>
{
    private readonly KeyValuePair<FaultKind, long>[] _counts;

    internal FaultCounts(IEnumerable<KeyValuePair<FaultKind, long>> counts) => _counts = [.. counts.Where(count => count.Value > 0)];

    /// <summary>No faults.</summary>
    public static FaultCounts None { get; } = new([]);

    /// <summary>How often a kind has occurred.</summary>
    public long this[FaultKind kind] => _counts.FirstOrDefault(count => count.Key == kind).Value;

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<FaultKind, long>> GetEnumerator() => _counts.AsEnumerable().GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(FaultCounts? other) => other is not null && _counts.AsSpan().SequenceEqual(other._counts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FaultCounts);

    /// <inheritdoc/>
    public override int GetHashCode() => _counts.Aggregate(0, HashCode.Combine);

    /// <summary>Such as <c>Overflow 3, MissingKey 1</c>.</summary>
    public override string ToString() =>
        string.Join(", ", _counts.Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Key} {count.Value}")));

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
