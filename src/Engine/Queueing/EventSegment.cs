using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace HogTrace.Queueing;

/// <summary>
/// A ring of slots that one thread fills and one takes from; a lane is a chain of them. Positions are those of the
/// lane: as no more are in use at once than there are slots, each has the slot of its last bits.
/// </summary>
internal sealed class EventSegment
{
    /// <summary>Slots of a segment; a power of two.</summary>
    public const int Size = 64;

    public readonly EventSlot[] Slots;

    public readonly EventExtras[] Extras;

    /// <summary>Where its slots begin.</summary>
    public readonly int First;

    /// <summary>Its number in the pool, from 1; 0 for a lane's own.</summary>
    public int Number { get; init; }

    /// <summary>How many of its slots may be in use at once.</summary>
    public readonly int Capacity;

    // Each has its cache lines for itself: two, for processors that fetch lines in pairs.
    private Ends _ends;
    private EventSegment? _next;

    public EventSegment(EventSlot[] slots, EventExtras[] extras, int first, int capacity)
    {
        Slots = slots;
        Extras = extras;
        First = first;
        Capacity = capacity;
    }

    /// <summary>A segment with slots of its own.</summary>
    public EventSegment(int capacity)
        : this(new EventSlot[Size], new EventExtras[Size], first: 0, capacity)
    {
    }

    /// <summary>One more than the last position that is published. Written by the thread that fills.</summary>
    public long Tail
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Volatile.Read(ref _ends.Tail);
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        set => Volatile.Write(ref _ends.Tail, value);
    }

    /// <summary>The first position whose slot is in use. Written by the thread that takes out.</summary>
    public long Head
    {
        get => Volatile.Read(ref _ends.Head);
        set => Volatile.Write(ref _ends.Head, value);
    }

    /// <summary>What the lane goes on with; nothing more comes here then. Written by the thread that fills.</summary>
    public EventSegment? Next
    {
        get => Volatile.Read(ref _next);
        set => Volatile.Write(ref _next, value);
    }

    /// <summary>Makes it an empty one that begins at a position.</summary>
    public void Begin(long position)
    {
        Next = null;
        Head = position;
        Tail = position;
    }

    /// <summary>The slot of a position.</summary>
    public ref EventSlot SlotAt(long position) => ref Slots[First + (int)(position & (Size - 1))];

    /// <summary>What belongs to the slot of a position.</summary>
    public ref EventExtras ExtrasAt(long position) => ref Extras[First + (int)(position & (Size - 1))];

    [StructLayout(LayoutKind.Explicit, Size = 384)]
    private struct Ends
    {
        [FieldOffset(128)]
        public long Tail;

        [FieldOffset(256)]
        public long Head;
    }
}
