using System.Runtime.CompilerServices;
using HogTrace.Installing;
using HogTrace.Queueing;
using HogTrace.Runtime;

namespace HogTrace;

/// <summary>
/// A place that captures and the probe it belongs to, as one reference: a slot that held a capture of the
/// same place before needs nothing written. It keeps nothing of the host alive, so that slots may keep it. What a
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

    private readonly EventLanes _lanes = origin.Lanes;
    private readonly EventClock _clock = origin.Clock;
    private readonly WeakReference<InstalledProbe>? _probe = compiled is null ? null : new(compiled);

    /// <summary>
    /// A slot for a capture whose values are known: from here to <see cref="Send"/> there must be nothing that can throw
    /// or call code of the host. A null reference when it is dropped, which is counted.
    /// </summary>
    /// <param name="lane">The lane that the slot is of.</param>
    /// <remarks>
    /// For at most <see cref="EventSlot.InlineFields"/> names; the caller stores a value for each.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref EventSlot TryBegin(out EventLane lane)
    {
        lane = EventLane.Current!;
        if (lane is null || !lane.IsWithoutFlow(_lanes))
            return ref Origin.TryBeginInFlow(this, out lane);
        long ticks = _clock.UtcTicks;
        if (!lane.HasRoom)
        {
            Drop();
            return ref Unsafe.NullRef<EventSlot>();
        }

        ref var slot = ref lane.Slot;
        Fill(ref slot, ticks);
        return ref slot;
    }

    /// <summary>Writes what a slot holds besides values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Fill(ref EventSlot slot, long ticks)
    {
        slot.UtcTicks = ticks;
        // Most often the slot held a capture of the same place before: a comparison is cheaper than a write barrier.
        if (slot.Source != this)
            slot.Source = this;
    }

    /// <summary>Hands the lane's slot over.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Send(EventLane lane)
    {
        lane.Publish();
        if (_lanes.Signals != LaneSignals.None)
            Origin.Heed(lane);
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
