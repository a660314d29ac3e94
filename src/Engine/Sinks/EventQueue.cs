using System.Threading.Channels;

namespace HogTrace;

/// <summary>
/// The bounded queue between probes and sinks. Sending never blocks and never throws; one thread of its own delivers.
/// </summary>
internal sealed class EventQueue : IDisposable
{
    private const int BatchSize = 256;

    private readonly Channel<ProbeEvent> _channel;
    private readonly Thread _thread;
    private long _accepted;
    private long _finished;
    private long _delivered;
    private long _queueFull;
    private long _sinkFailed;
    private long _stopped;
    private volatile bool _isStopped;

    public EventQueue(int capacity)
    {
        _channel = Channel.CreateBounded<ProbeEvent>(new BoundedChannelOptions(capacity) { SingleReader = true });
        _thread = new Thread(Deliver) { IsBackground = true, Name = "HogTrace events" };
        _thread.Start();
    }

    public SinkCollection Sinks { get; } = new();

    public DeliveryStatistics Statistics
    {
        get
        {
            long full = Interlocked.Read(ref _queueFull);
            long stopped = Interlocked.Read(ref _stopped);
            return new DeliveryStatistics(
                Interlocked.Read(ref _accepted) + full + stopped,
                Interlocked.Read(ref _delivered),
                full,
                Interlocked.Read(ref _sinkFailed),
                stopped);
        }
    }

    public void Send(ProbeEvent item)
    {
        // Counted as accepted first, so that a flush that begins after the send waits for it.
        Interlocked.Increment(ref _accepted);
        if (_channel.Writer.TryWrite(item))
            return;
        Interlocked.Decrement(ref _accepted);
        Interlocked.Increment(ref _isStopped ? ref _stopped : ref _queueFull);
    }

    public void Flush()
    {
        // A sink that flushes its own engine would wait for itself.
        if (Thread.CurrentThread == _thread)
            return;
        long wanted = Interlocked.Read(ref _accepted);
        var spin = default(SpinWait);
        // An event that the full queue then rejects counts as accepted for a moment; what is wanted must shrink with it.
        while (Interlocked.Read(ref _finished) < Math.Min(wanted, Interlocked.Read(ref _accepted)) && _thread.IsAlive)
            spin.SpinOnce();
    }

    public void Dispose()
    {
        _isStopped = true;
        _channel.Writer.TryComplete();
        if (Thread.CurrentThread != _thread)
            _thread.Join();
    }

    private void Deliver()
    {
        var batch = new List<ProbeEvent>(BatchSize);
        var reader = _channel.Reader;
        while (reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (batch.Count < BatchSize && reader.TryRead(out var item))
                batch.Add(item);
            Deliver(batch);
            batch.Clear();
        }

        foreach (var sink in Sinks.Current)
            Try(sink.Flush);
    }

    private void Deliver(List<ProbeEvent> batch)
    {
        bool isDelivered = true;
        bool isIdle = _channel.Reader.Count == 0;
        foreach (var sink in Sinks.Current)
        {
            isDelivered &= Try(() => sink.Write(batch));
            if (isIdle)
                Try(sink.Flush);
        }

        Interlocked.Add(ref isDelivered ? ref _delivered : ref _sinkFailed, batch.Count);
        Interlocked.Add(ref _finished, batch.Count);
    }

    private static bool Try(Action action)
    {
        try
        {
            action();
            return true;
        }
#pragma warning disable CA1031 // A sink is code of the host; its failure is counted and goes no further.
        catch (Exception)
#pragma warning restore CA1031
        {
            return false;
        }
    }
}
