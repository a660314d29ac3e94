using System.Runtime.InteropServices;

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
        for (int i = 0; i < _segments.Length; i++)
            _segments[i] = new EventSegment(i + 1) { NextFree = i + 2 };
        _segments[^1].NextFree = 0;
        _top.Value = 1;
    }

    /// <summary>A segment for a lane that opens; null when there is none. It comes back by <see cref="Close"/>, or another in its place.</summary>
    public EventSegment? TryOpen()
    {
        lock (_growing)
        {
            if (_spare > 0)
            {
                // When all are lent, more of them would be one more each time that a thread ends and another begins.
                var rented = TryRent();
                _spare -= rented is null ? 0 : 1;
                return rented;
            }

            var made = new EventSegment(_segments.Length + 1);
            if (!made.TryAllocate())
                return null;
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

    /// <summary>Lets go of all segments: none is free any more.</summary>
    public void Release() => Volatile.Write(ref _segments, []);

    /// <summary>A free segment, which has words; null when there is none, or no memory.</summary>
    public EventSegment? TryRent()
    {
        while (true)
        {
            long top = Volatile.Read(ref _top.Value);
            int number = (int)top;
            var segments = Volatile.Read(ref _segments);
            if (number == 0 || number > segments.Length)
                return null;
            var segment = segments[number - 1];
            // When it has been taken meanwhile, the top has changed.
            if (Interlocked.CompareExchange(ref _top.Value, After(top, segment.NextFree), top) != top)
                continue;
            if (segment.TryAllocate())
                return segment;
            Return(segment);
            return null;
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
