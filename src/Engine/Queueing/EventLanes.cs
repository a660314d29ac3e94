using HogTrace.Bytecode;

namespace HogTrace.Queueing;

/// <summary>The lanes of a queue, one of each thread that sends. It knows nothing of sinks, and so of the host. Thread safe.</summary>
internal sealed class EventLanes
{
    private readonly Lock _changing = new();
    private readonly int _capacity;
    private EventLane[] _lanes = [];
    private long _sentByGone;
    private int _signals;
    private bool _isClosed;

    /// <param name="capacity">Events that one thread can have waiting when it is the only one.</param>
    public EventLanes(int capacity)
    {
        _capacity = capacity;
        Segments = new SegmentPool(capacity);
    }

    /// <summary>What lanes borrow from.</summary>
    public SegmentPool Segments { get; }

    /// <summary>The lanes there are.</summary>
    public EventLane[] Current => Volatile.Read(ref _lanes);

    /// <summary>
    /// What to look at after each publication, without a fence: whoever sets one has every thread pass a barrier before it
    /// goes on, so that it sees what was published by those that may not have seen it.
    /// </summary>
    public LaneSignals Signals => (LaneSignals)_signals;

    /// <summary>Whether what is published from now on is seen to be too late by whoever publishes.</summary>
    public bool IsClosed => Volatile.Read(ref _isClosed);

    /// <summary>Events sent so far. Those that are being published may be among them.</summary>
    public long Sent
    {
        get
        {
            lock (_changing)
                return _sentByGone + _lanes.Sum(static lane => lane.Sent);
        }
    }

    /// <summary>Whether there is something to take out, or soon will be.</summary>
    public bool HasNext
    {
        get
        {
            foreach (var lane in Current)
            {
                if (!lane.Reader.IsEmpty)
                    return true;
            }

            return false;
        }
    }

    /// <summary>Whether who publishes is to wake the thread that takes out. When it returns, whoever doesn't know has published.</summary>
    public void SetParked(bool isParked)
    {
        if (!isParked)
        {
            Interlocked.And(ref _signals, ~(int)LaneSignals.Parked);
            return;
        }

        Interlocked.Or(ref _signals, (int)LaneSignals.Parked);
        Interlocked.MemoryBarrierProcessWide();
    }

    /// <summary>Nothing is to be sent from now on.</summary>
    public void Close()
    {
        Interlocked.Or(ref _signals, (int)LaneSignals.Closed);
        Interlocked.MemoryBarrierProcessWide();
        Volatile.Write(ref _isClosed, true);
    }

    /// <summary>
    /// Lets go of everything: nobody takes out any more. Threads keep their lanes until they send to another engine, or
    /// end; that must not keep all the others'.
    /// </summary>
    public void Release()
    {
        lock (_changing)
        {
            _sentByGone += _lanes.Sum(static lane => lane.Sent);
            Volatile.Write(ref _lanes, []);
        }

        Segments.Release();
    }

    /// <summary>A lane for the calling thread; null when there are as many as there may be, or none is to be.</summary>
    public EventLane? TryOpen()
    {
        lock (_changing)
        {
            if (_isClosed)
                return null;
            if (_lanes.Length >= Limits.SendingThreads && !TryRemoveEnded())
                return null;
            if (Segments.TryOpen() is not { } segment)
                return null;
            var lane = new EventLane(this, segment, _capacity);
            Volatile.Write(ref _lanes, [.. _lanes, lane]);
            return lane;
        }
    }

    /// <summary>Lets go of the lanes of threads that have ended.</summary>
    public void RemoveEnded()
    {
        lock (_changing)
            TryRemoveEnded();
    }

    private bool TryRemoveEnded()
    {
        var over = Array.FindAll(_lanes, static lane => lane.Reader.IsOver);
        foreach (var lane in over)
        {
            _sentByGone += lane.Sent;
            lane.Reader.Close(Segments);
        }

        if (over.Length > 0)
            Volatile.Write(ref _lanes, [.. _lanes.Except(over)]);
        return over.Length > 0;
    }
}
