namespace HogTrace.Tests.Properties;

/// <summary>Keeps every event.</summary>
internal sealed class KeepingSink : IProbeSink
{
    private readonly List<ProbeEvent> _events = [];

    public IReadOnlyList<ProbeEvent> Events
    {
        get
        {
            lock (_events)
                return [.. _events];
        }
    }

    public IEnumerable<CaptureEvent> Captures => Events.OfType<CaptureEvent>();

    public void Write(IReadOnlyList<ProbeEvent> batch)
    {
        lock (_events)
            _events.AddRange(batch);
    }
}

/// <summary>Counts events; slow, or failing, on request.</summary>
internal sealed class CountingSink(TimeSpan delay = default, Func<long, bool>? fails = null) : IProbeSink
{
    private long _batches;
    private long _taken;

    public long Taken => Interlocked.Read(ref _taken);

    public void Write(IReadOnlyList<ProbeEvent> batch)
    {
        if (delay > TimeSpan.Zero)
            Thread.Sleep(delay);
        if (fails is not null && fails(++_batches))
            throw new IOException("no room");
        Interlocked.Add(ref _taken, batch.Count);
    }

    public void Flush()
    {
        if (fails is not null && fails(_batches))
            throw new IOException("no room");
    }
}

/// <summary>Holds the thread that delivers while it is closed.</summary>
internal sealed class ClosableSink : IProbeSink, IDisposable
{
    private readonly ManualResetEventSlim _isOpen = new(initialState: true);
    private readonly ManualResetEventSlim _isHeld = new();

    public void Close()
    {
        _isHeld.Reset();
        _isOpen.Reset();
    }

    public void Open() => _isOpen.Set();

    public void WaitUntilHeld() => _isHeld.Wait();

    public void Write(IReadOnlyList<ProbeEvent> batch)
    {
        if (_isOpen.IsSet)
            return;
        _isHeld.Set();
        _isOpen.Wait();
    }

    public void Dispose()
    {
        _isOpen.Dispose();
        _isHeld.Dispose();
    }
}
