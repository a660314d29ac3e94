using System.Collections.Concurrent;

namespace HogTrace.Tests.EndToEnd.Embedding;

/// <summary>Keeps what it is given.</summary>
internal sealed class MemorySink : IProbeSink
{
    private readonly ConcurrentQueue<ProbeEvent> _events = new();

    public IReadOnlyList<CaptureEvent> Captures => [.. _events.OfType<CaptureEvent>()];

    public void Write(IReadOnlyList<ProbeEvent> batch)
    {
        foreach (var item in batch)
            _events.Enqueue(item);
    }
}
