using System.Runtime.CompilerServices;
using HogTrace.Installing;
using HogTrace.Runtime;

namespace HogTrace;

/// <summary>
/// A place that captures and the probe it belongs to, as one reference: a slot of the ring that held a capture of the
/// same place before needs nothing written. It keeps nothing of the host alive, so that the ring may keep it. What a
/// capture needs is one load away. Thread safe.
/// </summary>
/// <param name="origin">The probe at a site.</param>
/// <param name="site">Names of the fields.</param>
/// <param name="compiled">
/// Where code captures that doesn't count the hit otherwise: the hit counts as fired by its one capture, and one in so
/// many is to be timed. Null for where the interpreter captures.
/// </param>
internal sealed class CaptureSource(CaptureOrigin origin, CaptureSite site, InstalledProbe? compiled)
{
    public readonly CaptureOrigin Origin = origin;

    public readonly CaptureSite Site = site;

    public readonly bool IsHit = compiled is not null;

    private readonly EventRing _ring = origin.Ring;
    private readonly EventClock _clock = origin.Clock;
    private readonly WeakReference<InstalledProbe>? _probe = compiled is null ? null : new(compiled);

    /// <summary>
    /// Claims a position for a capture whose values are known, and its slot: from here to <see cref="Send"/> there must
    /// be nothing that can block, throw or call code of the host. A null reference when it is dropped, which is counted.
    /// </summary>
    /// <param name="position">The position.</param>
    /// <remarks>
    /// For at most <see cref="EventSlot.InlineFields"/> names; the caller stores a value for each.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref EventSlot TryBegin(out long position)
    {
        if (!CapturingThread.IsWithoutFlow(out var identity))
        {
            position = Origin.TryBeginInFlow(this);
            return ref position >= 0 ? ref _ring.SlotAt(position) : ref Unsafe.NullRef<EventSlot>();
        }

        // Reading the clock waits for all that goes before. The claim comes after, when what the last capture wrote has
        // left the processor; before the clock it would have to wait for that.
        long ticks = _clock.UtcTicks;
        position = _ring.TryClaim();
        if (position < 0)
        {
            Drop();
            return ref Unsafe.NullRef<EventSlot>();
        }

        ref var slot = ref _ring.SlotAt(position);
        Fill(ref slot, identity, ticks);
        return ref slot;
    }

    /// <summary>Writes what a slot holds besides values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Fill(ref EventSlot slot, ThreadIdentity thread, long ticks)
    {
        slot.UtcTicks = ticks;
        // Most often the slot held a capture of the same place and thread before: a comparison is cheaper than a write
        // barrier.
        if (slot.Source != this)
            slot.Source = this;
        if (slot.Thread != thread)
            slot.Thread = thread;
    }

    /// <summary>Hands a slot over that was claimed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Send(ref EventSlot slot, long position)
    {
        EventRing.Publish(ref slot, position);
        // Not ordered with the publication here, where it would cost a fence an event: parking orders the two for all.
        if (_ring.IsConsumerParked)
            Origin.Wake();
    }

    /// <summary>Counts a capture that there was no place for.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Drop() => SampleOneOf(Origin.Dropped(IsHit));

    /// <summary>Counts one that is taken out, for whoever may take out; how many these are now, of this site.</summary>
    public long TakenOut()
    {
        long number = Origin.TakenOut(IsHit);
        SampleOneOf(number);
        return number;
    }

    // Here, where captures are counted anyway, and not where they are made.
    private void SampleOneOf(long number)
    {
        if (number % InstalledProbe.CaptureInterval == 0 && _probe is not null && _probe.TryGetTarget(out var probe))
            probe.SampleNextCapture();
    }
}
