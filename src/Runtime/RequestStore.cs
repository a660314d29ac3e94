using HogTrace.Bytecode;

namespace HogTrace.Runtime;

/// <summary>The values that the probes of one request share (<c>$req</c>). Thread safe.</summary>
public sealed class RequestStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Value> _values = new(StringComparer.Ordinal);

    /// <summary>Makes an empty store.</summary>
    /// <param name="requestId">Goes on every capture made under the store; null outside a request.</param>
    public RequestStore(string? requestId = null)
    {
        RequestId = requestId;
        SamplePoint = requestId is null ? null : Random.Shared.NextDouble();
    }

    /// <summary>The id of the request, or null.</summary>
    public string? RequestId { get; }

    /// <summary>
    /// A number in [0, 1), the same for the whole request, that sampling compares with its rates; null for the store
    /// of a thread, which is no request.
    /// </summary>
    internal double? SamplePoint { get; }

    /// <summary>How many names are set, at most 256.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _values.Count;
        }
    }

    /// <summary>The value of a name; None when it is not set.</summary>
    public Value Get(string name)
    {
        lock (_gate)
            return _values.GetValueOrDefault(name);
    }

    /// <summary>Sets a name; false, and nothing changed, when the store is full.</summary>
    public bool TrySet(string name, Value value)
    {
        lock (_gate)
        {
            if (_values.Count >= Limits.RequestNames && !_values.ContainsKey(name))
                return false;
            _values[name] = value;
            return true;
        }
    }

    /// <summary>Forgets every name.</summary>
    public void Clear()
    {
        lock (_gate)
            _values.Clear();
    }

    /// <summary>A copy of the names and values, ordered by name.</summary>
    public IReadOnlyList<KeyValuePair<string, Value>> Snapshot()
    {
        lock (_gate)
            return [.. _values.OrderBy(pair => pair.Key, StringComparer.Ordinal)];
    }
}
