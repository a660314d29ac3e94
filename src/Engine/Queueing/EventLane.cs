using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using HogTrace.Runtime;

namespace HogTrace.Queueing;

/// <summary>
/// What one thread sends: events in a row, which it alone writes and one thread at a time takes out, so that neither
/// needs an interlocked operation. It begins a segment anew when everything is taken out, and goes on with another one
/// when not.
/// </summary>
/// <remarks>
/// Between <see cref="TryBegin"/> and <see cref="Publish"/> there must be nothing that can throw or send on the same
/// thread.
/// </remarks>
internal sealed class EventLane
{
    [ThreadStatic]
    private static EventLane? t_current;

    // One of each engine that the thread has sent to.
    [ThreadStatic]
    private static List<EventLane>? t_all;

    private readonly EventLanes _lanes;
    private readonly int _capacity;
    private EventSegment _segment;
    private Value[] _words;
    private int _at;
    private int _values;
    private long _limit;
    private Position _sent;

    /// <param name="lanes">What it is one of.</param>
    /// <param name="segment">Where it begins.</param>
    /// <param name="capacity">Events that may wait.</param>
    public EventLane(EventLanes lanes, EventSegment segment, int capacity)
    {
        _lanes = lanes;
        _capacity = capacity;
        Thread = Thread.CurrentThread;
        segment.Begin(0);
        GoTo(segment);
        Reader = new LaneReader(this, segment);
        SetLimit(taken: 0);
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

    /// <summary>Events that are published. From any thread.</summary>
    public long Sent => Volatile.Read(ref _sent.Value);

    /// <summary>The first value of the record that is begun; the others follow.</summary>
    public ref Value Values
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Word(_values);
    }

    /// <summary>Whether there is something to do that isn't done here. To be asked after each publication.</summary>
    public bool HasSignal
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _lanes.Signals != LaneSignals.None;
    }

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

    /// <summary>
    /// Whether it is one of these, and nothing can flow with its thread: every AsyncLocal has its default value. False
    /// when something may.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsWithoutFlow(EventLanes lanes) =>
        _lanes == lanes && ExecutionFlow.IsVisible && ExecutionFlow.Of(Thread) is null;

    /// <summary>Begins a record; false when there is no room for it.</summary>
    /// <param name="ticks">When it happened: the clock, which may be the host's, is read before anything is begun.</param>
    /// <param name="subject">What its header is to name.</param>
    /// <param name="words">Words of the record, its header among them.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryBegin(long ticks, object subject, int words)
    {
        if ((_at + words > EventSegment.Size || _sent.Value >= _limit) && !TryExtend(words))
            return false;
        ref var header = ref RecordHeader.In(ref Word(_at));
        header.UtcTicks = ticks;
        // Most often a capture of the same place was here before: a comparison is cheaper than a write barrier.
        if (header.Subject != subject)
            header.Subject = subject;
        _values = _at + RecordHeader.Words;
        _at += words;
        return true;
    }

    /// <summary>Hands the record over, with all that was written to it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Publish() => Volatile.Write(ref _sent.Value, _sent.Value + 1);

    // Only ever of places that TryBegin has made sure of.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref Value Word(int at) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_words), (nint)(uint)at);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryExtend(int words)
    {
        long taken = Reader.Taken;
        long sent = _sent.Value;
        if (sent - taken >= _capacity || words > EventSegment.Size)
            return false;
        if (sent == taken)
        {
            _segment.Begin(sent);
            _at = 0;
        }
        else if (_at + words > EventSegment.Size || sent >= _segment.Start + EventSegment.Events)
        {
            if (_lanes.Segments.TryRent() is not { } next)
                return false;
            next.Begin(sent);
            _segment.GoOn(sent, next);
            GoTo(next);
        }

        SetLimit(taken);
        return true;
    }

    [System.Diagnostics.CodeAnalysis.MemberNotNull(nameof(_segment), nameof(_words))]
    private void GoTo(EventSegment segment)
    {
        _segment = segment;
        _words = segment.Words;
        _at = 0;
    }

    private void SetLimit(long taken) => _limit = Math.Min(_segment.Start + EventSegment.Events, taken + _capacity);

    // Apart from what the thread that takes out never reads: two lines, for processors that fetch lines in pairs.
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Position
    {
        [FieldOffset(128)]
        public long Value;
    }
}
