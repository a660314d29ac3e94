using System.Runtime.CompilerServices;

namespace HogTrace.Runtime;

/// <summary>
/// An open table of names and values, at most half full. Names are few and mostly the same objects, so that a hash of
/// three characters' worth and a comparison of references find most of them. Not thread safe, but reading while
/// another thread writes ends, and gives some value.
/// </summary>
internal readonly struct NamedEntries
{
    private const int FirstSize = 8;

    // A power of two, or none.
    private readonly Entry[] _entries;

    private NamedEntries(Entry[] entries) => _entries = entries;

    /// <summary>A table without room.</summary>
    public static NamedEntries None => new([]);

    /// <summary>The names that are set, with their values, in no order.</summary>
    public IEnumerable<KeyValuePair<string, Value>> All
    {
        get
        {
            foreach (var entry in _entries)
            {
                if (entry.Name is not null)
                    yield return new(entry.Name, entry.Value);
            }
        }
    }

    /// <summary>The value of a name; a null reference when it isn't set.</summary>
    public ref Value Find(string name)
    {
        var entries = _entries;
        int at = HashOf(name);
        for (int i = 0; i < entries.Length; i++, at++)
        {
            ref var entry = ref entries[at & (entries.Length - 1)];
            // Read once: it may be cleared meanwhile.
            string? found = entry.Name;
            if (found is null)
                break;
            if (ReferenceEquals(found, name) || string.Equals(found, name, StringComparison.Ordinal))
                return ref entry.Value;
        }

        return ref Unsafe.NullRef<Value>();
    }

    /// <summary>Whether so many names leave half of it free.</summary>
    public bool HasRoomFor(int count) => count * 2 <= _entries.Length;

    /// <summary>A table of twice the size with the same names.</summary>
    public NamedEntries Grown()
    {
        var grown = new NamedEntries(new Entry[Math.Max(FirstSize, _entries.Length * 2)]);
        foreach (var entry in _entries)
        {
            if (entry.Name is not null)
                grown.Add(entry.Name, entry.Value);
        }

        return grown;
    }

    /// <summary>Adds a name that isn't there; there is room for it.</summary>
    public void Add(string name, Value value)
    {
        int at = HashOf(name);
        while (_entries[at & (_entries.Length - 1)].Name is not null)
            at++;
        _entries[at & (_entries.Length - 1)] = new Entry { Name = name, Value = value };
    }

    /// <summary>Forgets every name.</summary>
    public void Clear() => Array.Clear(_entries);

    private static int HashOf(string name) => name.Length == 0 ? 0 : name[0] + (name[^1] * 8) + (name.Length * 64);

    private struct Entry
    {
        public string? Name;
        public Value Value;
    }
}
