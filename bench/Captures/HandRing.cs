using System.Runtime.CompilerServices;

namespace HogTrace.Bench.Captures;

/// <summary>
/// What a program that wants to hand three values over to another thread, cheaply and from any thread, would write:
/// a ring of structs, a place in it by one interlocked increment, one write that publishes, and a thread that drains.
/// </summary>
internal sealed class HandRing
{
    private const int Capacity = 8192;

    // Twice as many places: each of the threads that see room at once takes one.
    private const int Size = 2 * Capacity;

    private readonly Slot[] _slots = new Slot[Size];
    private Line _tail;
    private Line _head;
    private long _dropped;

    public HandRing() => new Thread(Drain) { IsBackground = true }.Start();

    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>Sum of the numbers that were taken out.</summary>
    public long Sum { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Send(string method, string path, long n)
    {
        if (Volatile.Read(ref _tail.Value) - Volatile.Read(ref _head.Value) >= Capacity)
        {
            Interlocked.Increment(ref _dropped);
            return;
        }

        long at = Interlocked.Increment(ref _tail.Value) - 1;
        ref var slot = ref _slots[at & (Size - 1)];
        slot.Method = method;
        slot.Path = path;
        slot.N = n;
        Volatile.Write(ref slot.Sequence, at + 1);
    }

    /// <summary>Waits until everything has been taken out.</summary>
    public void Settle()
    {
        while (Volatile.Read(ref _head.Value) < Volatile.Read(ref _tail.Value))
            Thread.Yield();
    }

    private void Drain()
    {
        while (true)
        {
            long at = _head.Value;
            ref var slot = ref _slots[at & (Size - 1)];
            if (Volatile.Read(ref slot.Sequence) != at + 1)
            {
                Thread.Sleep(1);
                continue;
            }

            Sum += slot.N;
            slot.Method = slot.Path = null;
            Volatile.Write(ref _head.Value, at + 1);
        }
    }

    private struct Slot
    {
        public long Sequence;
        public string? Method;
        public string? Path;
        public long N;
    }

    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Explicit, Size = 256)]
    private struct Line
    {
        [System.Runtime.InteropServices.FieldOffset(128)]
        public long Value;
    }
}
