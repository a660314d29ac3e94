using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace HogTrace.Tests.Conformance.Zoo;

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

/// <summary>Its keys are there, but asking throws.</summary>
internal sealed class ThrowingDictionary : IReadOnlyDictionary<string, int>
{
    public int Count => 1;

    public IEnumerable<string> Keys => throw new InvalidOperationException("keys");

    public IEnumerable<int> Values => throw new InvalidOperationException("values");

    public int this[string key] => throw new InvalidOperationException("indexer");

    public bool ContainsKey(string key) => throw new InvalidOperationException("asked");

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out int value) => throw new InvalidOperationException("asked");

    public IEnumerator<KeyValuePair<string, int>> GetEnumerator() => throw new InvalidOperationException("enumerated");

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

internal sealed class BadException : Exception
{
    public override string Message => throw new InvalidOperationException("message");
}

internal static class Sequences
{
    public static void DoNothing()
    {
    }

    /// <summary>Only walking it would tell how many there are.</summary>
    public static IEnumerable<int> Unsized()
    {
        yield return 1;
        throw new InvalidOperationException("enumerated");
    }

    public static object Cyclic()
    {
        var list = new List<object> { 1 };
        list.Add(list);
        return list;
    }
}
