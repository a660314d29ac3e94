using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace HogTrace.Queueing;

/// <summary>
/// What one thread sends: events in a row, which it alone writes and one thread at a time takes out, so that neither
/// needs an interlocked operation. A lane has a segment of its own, and borrows more while the events of others than the
/// newest wait.
/// </summary>
/// <remarks>
/// Between <see cref="Slot"/> and <see cref="Publish"/> there must be nothing that can throw or send on the same thread.
/// </remarks>
internal sealed class EventLane
{
    [ThreadStatic]
    private static EventLane? t_current;

    // One of each engine that the thread has sent to.
    [ThreadStatic]
    private static List<EventLane>? t_all;

    private readonly EventLanes _lanes;
    private readonly EventSegment _own;
    private EventSegment _segment;
    private EventSlot[] _slots;
    private int _first;
    private long _tail;
    private long _limit;
    private bool _isOwnFree;

    public EventLane(EventLanes lanes, int capacity)
    {
        _lanes = lanes;
        Thread = Thread.CurrentThread;
        _segment = _own = new EventSegment(capacity);
        _slots = _own.Slots;
        _limit = capacity;
        Reader = new LaneReader(this, _own);
    }

    /// <summary>The lane that the calling thread sent through last; of any engine.</summary>
    public static EventLane? Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => t_current;
    }

    /// <summary>The thread that writes.</summary>
    public Thread Thread { get; }

    /// <summary>The other end.</summary>
    public LaneReader Reader { get; }

    /// <summary>Events that were sent, from any thread: those that are being published may be among them.</summary>
    public long Sent => Volatile.Read(ref _tail);

    /// <summary>Whether there is a slot to write to, or the reader has made room.</summary>
    public bool HasRoom
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _tail < _limit || TryExtend();
    }

    /// <summary>The next slot, when there is room.</summary>
    public ref EventSlot Slot
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.Add(
            ref MemoryMarshal.GetArrayDataReference(_slots), (nint)(uint)(_first + ((int)_tail & (EventSegment.Size - 1))));
    }

    /// <summary>What belongs to the next slot, when there is room. Empty at first.</summary>
    public ref EventExtras Extras => ref _segment.ExtrasAt(_tail);

    /// <summary>
    /// Whether it is one of these, and nothing can flow with its thread: every AsyncLocal has its default value. False
    /// when something may.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsWithoutFlow(EventLanes lanes) =>
        _lanes == lanes && ExecutionFlow.IsVisible && ExecutionFlow.Of(Thread) is null;

    /// <summary>The calling thread's of an engine; null when it may not have one any more.</summary>
    public static EventLane? Of(EventLanes lanes)
    {
        if (t_current is { } current && current._lanes == lanes)
            return current;
        var found = Find(lanes) ?? Open(lanes);
        if (found is not null)
            t_current = found;
        return found;
    }

    private static EventLane? Find(EventLanes lanes)
    {
        foreach (var lane in t_all ?? [])
        {
            if (lane._lanes == lanes)
                return lane;
        }

        return null;
    }

    private static EventLane? Open(EventLanes lanes)
    {
        var all = t_all ??= [];
        all.RemoveAll(static lane => lane._lanes.IsClosed);
        var opened = lanes.TryOpen();
        if (opened is not null)
            all.Add(opened);
        return opened;
    }

    /// <summary>Hands the next slot over, with all that was written to it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Publish() => _segment.Tail = ++_tail;

    /// <summary>The reader is done with a segment.</summary>
    public void Leave(EventSegment segment)
    {
        if (segment == _own)
            Volatile.Write(ref _isOwnFree, true);
        else
            _lanes.Pool.Return(segment);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryExtend()
    {
        long limit = _segment.Head + _segment.Capacity;
        if (_tail < limit)
        {
            _limit = limit;
            return true;
        }

        var next = TakeSegment();
        if (next is null)
            return false;
        next.Begin(_tail);
        var full = _segment;
        _segment = next;
        _slots = next.Slots;
        _first = next.First;
        _limit = _tail + next.Capacity;
        // From here on the full one is the reader's.
        full.Next = next;
        return true;
    }

    private EventSegment? TakeSegment()
    {
        if (!Volatile.Read(ref _isOwnFree))
            return _lanes.Pool.TryRent();
        _isOwnFree = false;
        return _own;
    }
}
