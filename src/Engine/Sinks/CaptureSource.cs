using System.Runtime.CompilerServices;
using HogTrace.Installing;
using HogTrace.Queueing;
using HogTrace.Runtime;

namespace HogTrace;

/// <summary>
/// A place that captures and the probe it belongs to, as one reference: a header that named the same place before needs
/// nothing written. It keeps nothing of the host alive, so that headers may keep it. What a capture needs is one load
/// away. Thread safe.
/// </summary>
internal sealed class CaptureSource
{
    public readonly CaptureOrigin Origin;

    public readonly CaptureSite Site;

    public readonly bool IsHit;

    /// <summary>Words of a record, its header among them.</summary>
    public readonly int Words;

    private readonly EventLanes _lanes;
    private readonly EventClock _clock;
    private readonly WeakReference<InstalledProbe>? _probe;
    private readonly bool _isInFlow;
    private CaptureSource? _inFlow;

    /// <param name="origin">The probe at a site.</param>
    /// <param name="site">Names of the fields.</param>
    /// <param name="compiled">
    /// Where code captures that doesn't count the hit otherwise: the hit counts as fired by its one capture, and one in so
    /// many is to be timed. Null for where the interpreter captures.
    /// </param>
    public CaptureSource(CaptureOrigin origin, CaptureSite site, InstalledProbe? compiled)
        : this(origin, site, compiled is null ? null : new WeakReference<InstalledProbe>(compiled), isInFlow: false)
    {
    }

    private CaptureSource(CaptureOrigin origin, CaptureSite site, WeakReference<InstalledProbe>? probe, bool isInFlow)
    {
        Origin = origin;
        Site = site;
        IsHit = probe is not null;
        Words = RecordHeader.Words + site.Names.Length + (isInFlow ? CaptureFlow.Words : 0);
        _lanes = origin.Lanes;
        _clock = origin.Clock;
        _probe = probe;
        _isInFlow = isInFlow;
    }

    /// <summary>The same for captures that something flows with. Threads that ask at once may get one each.</summary>
    public CaptureSource InFlow => _inFlow ??= new CaptureSource(Origin, Site, _probe, isInFlow: true);

    /// <summary>
    /// Begins the record of a capture whose values are known: from here to <see cref="Send"/> there must be nothing that
    /// can throw or call code of the host. The caller stores a value for each name.
    /// </summary>
    /// <returns>The lane; null when the capture is dropped, which is counted.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public EventLane? TryBegin()
    {
        var lane = EventLane.Current;
        if (lane is null || !lane.IsWithoutFlow(_lanes))
            return Origin.TryBeginInFlow(this);
        if (lane.TryBegin(_clock.UtcTicks, this, Words))
            return lane;
        Drop();
        return null;
    }

    /// <summary>Hands the lane's record over.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Send(EventLane lane)
    {
        lane.Publish();
        if (lane.HasSignal)
            Origin.Heed(lane);
    }

    /// <summary>The fields' values in a record.</summary>
    public ReadOnlySpan<Value> FieldsIn(ReadOnlySpan<Value> values) => values[..Site.Names.Length];

    /// <summary>What flowed with the capture of a record.</summary>
    public CaptureFlow FlowIn(ReadOnlySpan<Value> values) => _isInFlow ? CaptureFlow.Read(values) : default;

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
