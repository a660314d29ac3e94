namespace HogTrace.Runtime;

/// <summary>An ordered mapping by name: JSON objects, <c>kwargs</c>, <c>locals</c>, <c>globals</c>. Filled, then left alone.</summary>
internal sealed class ValueMapping : Mapping
{
    private readonly OrderedDictionary<string, Value> _values;

    public ValueMapping(int capacity = 0) => _values = new(capacity, StringComparer.Ordinal);

    public static ValueMapping Empty { get; } = new();

    /// <summary>Whether it stands for the names of a frame, which are no level of their own when captured.</summary>
    public bool IsFrame { get; init; }

    public override int Count => _values.Count;

    public override IEnumerable<KeyValuePair<Value, Value>> Pairs =>
        _values.Select(pair => KeyValuePair.Create(Value.FromString(pair.Key), pair.Value));

    /// <summary>The names and values in order.</summary>
    public IReadOnlyList<KeyValuePair<string, Value>> Entries => _values;

    /// <summary>Sets a name; a name set twice keeps its place and the later value.</summary>
    public void Set(string name, Value value) => _values[name] = value;

    public bool TryGet(string name, out Value value) => _values.TryGetValue(name, out value);

    public override bool TryGet(in Value key, out Value value)
    {
        value = default;
        return key.StringOrNull is { } name && _values.TryGetValue(name, out value);
    }
}
