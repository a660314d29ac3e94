using System.Runtime.InteropServices;

namespace HogTrace.Queueing;

/// <summary>
/// The segments that lanes borrow when their own is full: as many as the queue has room for, and no more. Thread safe;
/// nobody waits for anybody.
/// </summary>
internal sealed class SegmentPool
{
    private readonly EventSegment[] _segments;

    // Of each free segment, the number of the next one, from 1; 0 for none.
    private readonly int[] _next;
    private Top _top;

    /// <param name="capacity">Events that its segments hold together.</param>
    public SegmentPool(int capacity)
    {
        _segments = new EventSegment[(capacity + EventSegment.Size - 1) / EventSegment.Size];
        _next = new int[_segments.Length];
        // In one piece, of which nothing is touched before it is used.
        var slots = new EventSlot[_segments.Length * EventSegment.Size];
        var extras = new EventExtras[slots.Length];
        for (int i = 0; i < _segments.Length; i++)
        {
            int first = i * EventSegment.Size;
            _segments[i] = new EventSegment(slots, extras, first, Math.Min(EventSegment.Size, capacity - first)) { Number = i + 1 };
            _next[i] = i + 2;
        }

        if (_segments.Length == 0)
            return;
        _next[^1] = 0;
        _top.Value = 1;
    }

    /// <summary>A free segment; null when there is none.</summary>
    public EventSegment? TryRent()
    {
        while (true)
        {
            long top = Volatile.Read(ref _top.Value);
            int number = (int)top;
            if (number == 0)
                return null;
            if (Interlocked.CompareExchange(ref _top.Value, After(top, Volatile.Read(ref _next[number - 1])), top) == top)
                return _segments[number - 1];
        }
    }

    /// <summary>Takes back what <see cref="TryRent"/> gave.</summary>
    public void Return(EventSegment segment)
    {
        while (true)
        {
            long top = Volatile.Read(ref _top.Value);
            Volatile.Write(ref _next[segment.Number - 1], (int)top);
            if (Interlocked.CompareExchange(ref _top.Value, After(top, segment.Number), top) == top)
                return;
        }
    }

    // The upper half counts the changes: who saw the top before it was taken and put back must not take it for unchanged.
    private static long After(long top, int number) => (((top >> 32) + 1) << 32) | (uint)number;

    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Top
    {
        [FieldOffset(128)]
        public long Value;
    }
}
