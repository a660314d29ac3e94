using System.Runtime.CompilerServices;
using HogTrace.Bytecode;

namespace HogTrace.Runtime;

/// <summary>The values that the probes of one request share (<c>$req</c>). Thread safe.</summary>
public sealed class RequestStore
{
    private NamedEntries _entries = NamedEntries.None;
    private int _count;

    // Odd while a thread writes, which it alone then may. Readers take no lock: they read again when it has changed
    // meanwhile. What they may see until then is a mixture, but never anything but values and names.
    private int _version;

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
    public int Count => Volatile.Read(ref _count);

    /// <summary>The value of a name; None when it is not set.</summary>
    public Value Get(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        for (var spin = default(SpinWait); ; spin.SpinOnce())
        {
            int version = Volatile.Read(ref _version);
            ref var found = ref _entries.Find(name);
            var value = Unsafe.IsNullRef(ref found) ? Value.None : found;
            if (IsStill(version))
                return value;
        }
    }

    /// <summary>Sets a name; false, and nothing changed, when the store is full.</summary>
    public bool TrySet(string name, Value value)
    {
        ArgumentNullException.ThrowIfNull(name);
        int version = BeginWriting();
        try
        {
            ref var found = ref _entries.Find(name);
            if (!Unsafe.IsNullRef(ref found))
            {
                found = value;
                return true;
            }

            if (_count >= Limits.RequestNames)
                return false;
            if (!_entries.HasRoomFor(_count + 1))
                _entries = _entries.Grown();
            _entries.Add(name, value);
            _count++;
            return true;
        }
        finally
        {
            EndWriting(version);
        }
    }

    /// <summary>Forgets every name.</summary>
    public void Clear()
    {
        int version = BeginWriting();
        _entries.Clear();
        _count = 0;
        EndWriting(version);
    }

    /// <summary>A copy of the names and values, ordered by name.</summary>
    public IReadOnlyList<KeyValuePair<string, Value>> Snapshot()
    {
        for (var spin = default(SpinWait); ; spin.SpinOnce())
        {
            int version = Volatile.Read(ref _version);
            KeyValuePair<string, Value>[] all = [.. _entries.All];
            if (IsStill(version))
                return [.. all.OrderBy(static pair => pair.Key, StringComparer.Ordinal)];
        }
    }

    private bool IsStill(int version)
    {
        Volatile.ReadBarrier();
        return _version == version && (version & 1) == 0;
    }

    private int BeginWriting()
    {
        for (var spin = default(SpinWait); ; spin.SpinOnce())
        {
            int version = Volatile.Read(ref _version);
            if ((version & 1) == 0 && Interlocked.CompareExchange(ref _version, version + 1, version) == version)
                return version;
        }
    }

    private void EndWriting(int version) => Volatile.Write(ref _version, version + 2);
}
