namespace HogTrace.Tests.Unit.Sites;

/// <summary>Keeps what it is given.</summary>
internal sealed class ListSink : IProbeSink
{
    private readonly List<ProbeEvent> _events = [];

    public IReadOnlyList<CaptureEvent> Captures
    {
        get
        {
            lock (_events)
                return [.. _events.OfType<CaptureEvent>()];
        }
    }

    public void Write(IReadOnlyList<ProbeEvent> batch)
    {
        lock (_events)
            _events.AddRange(batch);
    }
}
