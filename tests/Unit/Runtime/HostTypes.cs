using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace HogTrace.Tests.Unit.Runtime;

internal sealed class ExplosiveComparer : IEqualityComparer<string>
{
    public bool Equals(string? x, string? y) => throw new InvalidOperationException("comparer");

    public int GetHashCode([DisallowNull] string obj) => obj == "a" ? 1 : throw new InvalidOperationException("comparer");
}

/// <summary>Takes longer for each item than a run may.</summary>
internal sealed class SlowList(TimeSpan delay) : IReadOnlyList<int>
{
    public int Count => 100;

    public int this[int index]
    {
        get
        {
            Thread.Sleep(delay);
            return index;
        }
    }

    public IEnumerator<int> GetEnumerator() => throw new InvalidOperationException("enumerated");

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
