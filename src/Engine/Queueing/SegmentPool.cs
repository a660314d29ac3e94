using System.Runtime.InteropServices;
using HogTrace.Runtime;

namespace HogTrace.Queueing;

/// <summary>
/// The segments of a queue: as many as it has room for, which lanes borrow for what waits, and one for each lane, so that
/// those that lanes rest in are nobody's loss. Thread safe; nobody waits for anybody but to open and close lanes.
/// </summary>
internal sealed class SegmentPool
{
    private readonly Lock _growing = new();
    private EventSegment[] _segments;
    private int _spare;
    private Top _top;

    /// <param name="capacity">Events that wait at most, of one thread.</param>
    public SegmentPool(int capacity)
    {
        _segments = new EventSegment[(capacity + EventSegment.Events - 1) / EventSegment.Events];
        // In one piece, of which nothing is touched before it is used.
        var words = new Value[_segments.Length * EventSegment.Size];
        for (int i = 0; i < _segments.Length; i++)
            _segments[i] = new EventSegment(words, i * EventSegment.Size) { Number = i + 1, NextFree = i + 2 };
        _segments[^1].NextFree = 0;
        _top.Value = 1;
    }

    /// <summary>A segment for a lane that opens. It comes back by <see cref="Close"/>, or another in its place.</summary>
    public EventSegment Open()
    {
        lock (_growing)
        {
            if (_spare > 0)
            {
                _spare--;
                if (TryRent() is { } rented)
                    return rented;
            }

            var made = new EventSegment { Number = _segments.Length + 1 };
            Volatile.Write(ref _segments, [.. _segments, made]);
            return made;
        }
    }

    /// <summary>Takes back what a lane rested in.</summary>
    public void Close(EventSegment segment)
    {
        lock (_growing)
            _spare++;
        Return(segment);
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
            var segment = Volatile.Read(ref _segments)[number - 1];
            // When it has been taken meanwhile, so has the top.
            if (Interlocked.CompareExchange(ref _top.Value, After(top, segment.NextFree), top) == top)
                return segment;
        }
    }

    /// <summary>Takes back what <see cref="TryRent"/> gave.</summary>
    public void Return(EventSegment segment)
    {
        while (true)
        {
            long top = Volatile.Read(ref _top.Value);
            segment.NextFree = (int)top;
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
