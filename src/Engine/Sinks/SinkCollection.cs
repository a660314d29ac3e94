using System.Collections;

namespace HogTrace;

/// <summary>The sinks of an engine. Thread safe.</summary>
public sealed class SinkCollection : IEnumerable<IProbeSink>
{
    private IProbeSink[] _sinks = [];

    internal SinkCollection()
    {
    }

    internal IProbeSink[] Current => Volatile.Read(ref _sinks);

    /// <summary>Adds a sink; it gets what is delivered from now on, events that wait among them.</summary>
    public void Add(IProbeSink sink)
    {
        ArgumentNullException.ThrowIfNull(sink);
        IProbeSink[] before, after;
        do
        {
            before = Volatile.Read(ref _sinks);
            after = [.. before, sink];
        }
        while (Interlocked.CompareExchange(ref _sinks, after, before) != before);
    }

    /// <summary>Takes a sink out; whether it was there. A batch that is being delivered may still reach it.</summary>
    public bool Remove(IProbeSink sink)
    {
        IProbeSink[] before, after;
        do
        {
            before = Volatile.Read(ref _sinks);
            after = [.. before.Where(other => other != sink)];
            if (after.Length == before.Length)
                return false;
        }
        while (Interlocked.CompareExchange(ref _sinks, after, before) != before);
        return true;
    }

    /// <inheritdoc/>
    public IEnumerator<IProbeSink> GetEnumerator() => ((IEnumerable<IProbeSink>)Current).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
