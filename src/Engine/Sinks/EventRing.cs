using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace HogTrace;

/// <summary>
/// A bounded queue of slots: any thread claims one with one compare-and-swap, fills it, and publishes it with one
/// write; none ever waits. One thread at a time takes out.
/// </summary>
/// <remarks>
/// After D. Vyukov's bounded queue. Position p has slot p modulo the size. Taking out position p opens position
/// p + capacity, so that a ring holds exactly its capacity even where its size, a power of two, is greater; the slot of
/// that position was emptied at the latest now, because the size is no less than the capacity. A position that is
/// claimed must be published: between the two there must be nothing that can block or throw.
/// </remarks>
internal sealed class EventRing
{
    // The state is the last turn's publication when a size of one would make it the next turn's opening.
    private const int SmallestSize = 2;
    private const long Closed = long.MinValue;

    /// <summary>
    /// Whether whoever publishes is to wake the thread that takes out. Written rarely, so kept beside what claiming reads.
    /// </summary>
    public bool IsConsumerParked;

    private readonly EventSlot[] _slots;
    private readonly EventExtras[] _extras;
    private readonly int _mask;
    private readonly int _capacity;
    private Line _tail;
    private Line _head;

    public EventRing(int capacity)
    {
        _capacity = capacity;
        _slots = new EventSlot[BitOperations.RoundUpToPowerOf2((uint)Math.Max(capacity, SmallestSize))];
        _extras = new EventExtras[_slots.Length];
        _mask = _slots.Length - 1;
        for (int i = capacity; i < _slots.Length; i++)
            _slots[i].Turn = -1;
    }

    /// <summary>Positions claimed so far: the events that were let in.</summary>
    public long Claimed => Volatile.Read(ref _tail.Value) & ~Closed;

    /// <summary>Whether no position can be claimed any more.</summary>
    public bool IsClosed => Volatile.Read(ref _tail.Value) < 0;

    /// <summary>Whether every position that was claimed has been taken out.</summary>
    public bool IsEmpty => Volatile.Read(ref _head.Value) == Claimed;

    /// <summary>Whether there is something to take out now.</summary>
    public bool HasNext => IsPublished(Volatile.Read(ref _head.Value));

    /// <summary>
    /// The next position, not claimed yet, and its slot; a null reference when it can't be claimed as things are. Open
    /// once, a slot stays so until its position is claimed.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref EventSlot Foresee(out long position)
    {
        position = Volatile.Read(ref _tail.Value);
        ref var slot = ref SlotAt(position);
        return ref Volatile.Read(ref slot.Turn) == TurnOf(position) ? ref slot : ref Unsafe.NullRef<EventSlot>();
    }

    /// <summary>Claims what <see cref="Foresee"/> gave; false when another thread has, or the ring was closed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryClaimForeseen(long position) =>
        Interlocked.CompareExchange(ref _tail.Value, position + 1, position) == position;

    /// <summary>Claims the next position and its slot; a null reference when the ring is full or closed.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ref EventSlot TryClaim(out long position)
    {
        long at = Volatile.Read(ref _tail.Value);
        while (true)
        {
            ref var slot = ref SlotAt(at);
            long turn = TurnOf(at);
            long seen = Volatile.Read(ref slot.Turn);
            if (seen == turn)
            {
                long tail = Interlocked.CompareExchange(ref _tail.Value, at + 1, at);
                if (tail == at)
                {
                    position = at;
                    return ref slot;
                }

                at = tail;
            }
            else if (at < 0 || seen < turn)
            {
                position = -1;
                return ref Unsafe.NullRef<EventSlot>();
            }
            else
            {
                at = Volatile.Read(ref _tail.Value);
            }
        }
    }

    /// <summary>Hands a claimed slot over, with all that was written to it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Publish(ref EventSlot slot) => Volatile.Write(ref slot.Turn, slot.Turn + 1);

    /// <summary>Nothing can be claimed from now on.</summary>
    public void Close() => Interlocked.Or(ref _tail.Value, Closed);

    /// <summary>The oldest event, when it is published; else a null reference. For the one thread that takes out.</summary>
    public ref EventSlot Peek() => ref IsPublished(_head.Value) ? ref SlotAt(_head.Value) : ref Unsafe.NullRef<EventSlot>();

    /// <summary>What belongs to the slot that <see cref="Peek"/> gave.</summary>
    public ref EventExtras PeekExtras() => ref ExtrasAt(_head.Value);

    /// <summary>What belongs to the slot of a position that is claimed, for whoever claimed it. Empty at first.</summary>
    public ref EventExtras ExtrasAt(long position) => ref _extras[position & _mask];

    /// <summary>Takes out what <see cref="Peek"/> gave.</summary>
    /// <param name="keepsOrigin">Whether its slot keeps the origin for the next turn.</param>
    public void Remove(bool keepsOrigin)
    {
        long head = _head.Value;
        ref var slot = ref SlotAt(head);
        ref var extras = ref ExtrasAt(head);
        if (extras.Payload is not ProbeEvent)
            slot.ClearValues();
        if (!keepsOrigin)
            slot.Source = null;
        extras.Clear();
        long next = head + _capacity;
        Volatile.Write(ref SlotAt(next).Turn, TurnOf(next));
        Volatile.Write(ref _head.Value, head + 1);
    }

    /// <summary>Counts the events that are published and not taken out. Nobody may take out meanwhile.</summary>
    public void Count(CaptureCounts counts, out long hits, out long captures)
    {
        hits = captures = 0;
        long tail = Claimed;
        for (long at = _head.Value; at < tail; at++)
        {
            ref var slot = ref SlotAt(at);
            if (!IsPublished(at) || ExtrasAt(at).Payload is ProbeEvent || slot.Source!.Origin.Counts != counts)
                continue;
            captures++;
            hits += slot.Source.IsHit ? 1 : 0;
        }
    }

    private bool IsPublished(long at) => Volatile.Read(ref SlotAt(at).Turn) == TurnOf(at) + 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long TurnOf(long at) => at - (at & _mask);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref EventSlot SlotAt(long at) =>
        ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_slots), (nint)(at & _mask));

    // A number that has its cache lines for itself: two, for processors that fetch lines in pairs.
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Line
    {
        [FieldOffset(128)]
        public long Value;
    }
}
