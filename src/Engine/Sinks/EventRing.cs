using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace HogTrace;

/// <summary>
/// A bounded queue of slots: any thread claims one with one compare-and-swap, fills it, and publishes it with one
/// write; none ever waits. One thread at a time takes out.
/// </summary>
/// <remarks>
/// Position p has slot p modulo the size. Positions can be claimed up to a limit, which is beside the tail so that a
/// claim looks at one cache line and at none of the slot's; whoever finds it reached moves it as far as the other end has
/// come. A position that is claimed must be published: between the two there must be nothing that can block or throw.
/// </remarks>
internal sealed class EventRing
{
    private const long Closed = long.MinValue;

    /// <summary>
    /// Whether whoever publishes is to wake the thread that takes out. Written rarely, so kept beside what claiming reads.
    /// </summary>
    public bool IsConsumerParked;

    private readonly EventSlot[] _slots;
    private readonly EventExtras[] _extras;
    private readonly long _mask;
    private readonly int _capacity;
    private Line _tail;
    private Line _head;
    private Line _open;

    public EventRing(int capacity)
    {
        _capacity = capacity;
        _slots = new EventSlot[BitOperations.RoundUpToPowerOf2((uint)capacity)];
        _extras = new EventExtras[_slots.Length];
        _mask = _slots.Length - 1;
        _open.Value = _tail.Limit = capacity;
    }

    /// <summary>Positions claimed so far: the events that were let in.</summary>
    public long Claimed => Volatile.Read(ref _tail.Value) & ~Closed;

    /// <summary>Whether no position can be claimed any more.</summary>
    public bool IsClosed => Volatile.Read(ref _tail.Value) < 0;

    /// <summary>Whether every position that was claimed has been taken out.</summary>
    public bool IsEmpty => Volatile.Read(ref _head.Value) == Claimed;

    /// <summary>Whether there is something to take out now.</summary>
    public bool HasNext => IsPublished(Volatile.Read(ref _head.Value));

    /// <summary>Claims the next position; a negative number when the ring is full or closed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long TryClaim()
    {
        long at = Volatile.Read(ref _tail.Value);
        // Closed, it is greater than any limit. The branches are such that a claim that succeeds takes the fewest.
        if ((ulong)at >= (ulong)Volatile.Read(ref _tail.Limit)
            || Interlocked.CompareExchange(ref _tail.Value, at + 1, at) != at)
            at = TryClaimAgain();
        return at;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private long TryClaimAgain()
    {
        while (true)
        {
            long at = Volatile.Read(ref _tail.Value);
            if (at < 0)
                return -1;
            if (at >= Volatile.Read(ref _tail.Limit))
            {
                long open = Volatile.Read(ref _open.Value);
                if (at >= open)
                    return -1;
                // Another thread may just have moved it further: then it is reached, and moved again, the sooner.
                Volatile.Write(ref _tail.Limit, open);
            }

            if (Interlocked.CompareExchange(ref _tail.Value, at + 1, at) == at)
                return at;
        }
    }

    /// <summary>The slot of a position, for whoever claimed it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref EventSlot SlotAt(long position) =>
        ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_slots), (nint)(position & _mask));

    /// <summary>What belongs to the slot of a position that is claimed, for whoever claimed it. Empty at first.</summary>
    public ref EventExtras ExtrasAt(long position) => ref _extras[position & _mask];

    /// <summary>Hands a claimed slot over, with all that was written to it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Publish(ref EventSlot slot, long position) => Volatile.Write(ref slot.Published, position + 1);

    /// <summary>Nothing can be claimed from now on.</summary>
    public void Close() => Interlocked.Or(ref _tail.Value, Closed);

    /// <summary>The oldest event, when it is published; else a null reference. For the one thread that takes out.</summary>
    public ref EventSlot Peek() => ref IsPublished(_head.Value) ? ref SlotAt(_head.Value) : ref Unsafe.NullRef<EventSlot>();

    /// <summary>What belongs to the slot that <see cref="Peek"/> gave.</summary>
    public ref EventExtras PeekExtras() => ref ExtrasAt(_head.Value);

    /// <summary>Takes out what <see cref="Peek"/> gave. Its place is free after <see cref="OpenRemoved"/>.</summary>
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
        Volatile.Write(ref _head.Value, head + 1);
    }

    /// <summary>
    /// Opens the places of what was taken out. A time for many: threads that find the ring full look at it, and each
    /// write takes the line from them.
    /// </summary>
    public void OpenRemoved() => Volatile.Write(ref _open.Value, _head.Value + _capacity);

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

    private bool IsPublished(long at) => Volatile.Read(ref SlotAt(at).Published) == at + 1;

    // A number that has its cache lines for itself: two, for processors that fetch lines in pairs.
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Line
    {
        [FieldOffset(128)]
        public long Value;

        // Of the tail: the first position that can't be claimed yet, as far as the claiming threads have seen.
        [FieldOffset(136)]
        public long Limit;
    }
}
