using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace HogTrace.Tests.Unit.Runtime;

/// <summary>Code of a host that must never run.</summary>
internal sealed class Explosive : IComparable, IEquatable<Explosive>, IFormattable
{
    public override bool Equals(object? obj) => throw new InvalidOperationException("Equals ran");

    public bool Equals(Explosive? other) => throw new InvalidOperationException("Equals ran");

    public override int GetHashCode() => throw new InvalidOperationException("GetHashCode ran");

    public int CompareTo(object? obj) => throw new InvalidOperationException("CompareTo ran");

    public override string ToString() => throw new InvalidOperationException("ToString ran");

    public string ToString(string? format, IFormatProvider? formatProvider) => throw new InvalidOperationException("ToString ran");
}

internal sealed class ExplosiveList : IReadOnlyList<int>
{
    public int Count => 3;

    public int this[int index] => throw new InvalidOperationException("indexer");

    public IEnumerator<int> GetEnumerator() => throw new InvalidOperationException("enumerated");

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

internal sealed class ExplosiveCount : ICollection
{
    public int Count => throw new InvalidOperationException("count");

    public bool IsSynchronized => false;

    public object SyncRoot => this;

    public void CopyTo(Array array, int index) => throw new InvalidOperationException("copied");

    public IEnumerator GetEnumerator() => throw new InvalidOperationException("enumerated");
}

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
