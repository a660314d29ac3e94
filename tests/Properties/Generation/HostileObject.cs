using System.Collections;

namespace HogTrace.Tests.Properties.Generation;

/// <summary>An object of a user, everything of which throws.</summary>
internal sealed class HostileObject : IComparable, IList, IReadOnlyDictionary<string, object?>, IFormattable
{
    public string Name => throw Wrong();

    public object Inner => throw Wrong();

    public int Count => throw Wrong();

    public bool IsFixedSize => throw Wrong();

    public bool IsReadOnly => throw Wrong();

    public bool IsSynchronized => throw Wrong();

    public object SyncRoot => throw Wrong();

    public IEnumerable<string> Keys => throw Wrong();

    public IEnumerable<object?> Values => throw Wrong();

    public object? this[int index]
    {
        get => throw Wrong();
        set => throw Wrong();
    }

    public object? this[string key] => throw Wrong();

    public override bool Equals(object? obj) => throw Wrong();

    public override int GetHashCode() => throw Wrong();

    public override string ToString() => throw Wrong();

    public string ToString(string? format, IFormatProvider? formatProvider) => throw Wrong();

    public int CompareTo(object? obj) => throw Wrong();

    public int Add(object? value) => throw Wrong();

    public void Clear() => throw Wrong();

    public bool Contains(object? value) => throw Wrong();

    public int IndexOf(object? value) => throw Wrong();

    public void Insert(int index, object? value) => throw Wrong();

    public void Remove(object? value) => throw Wrong();

    public void RemoveAt(int index) => throw Wrong();

    public void CopyTo(Array array, int index) => throw Wrong();

    public bool ContainsKey(string key) => throw Wrong();

    public bool TryGetValue(string key, out object? value) => throw Wrong();

    public IEnumerator GetEnumerator() => throw Wrong();

    IEnumerator<KeyValuePair<string, object?>> IEnumerable<KeyValuePair<string, object?>>.GetEnumerator() => throw Wrong();

    private static InvalidOperationException Wrong() => new("hostile");
}
