using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using HogTrace.Queueing;
using HogTrace.Runtime;

namespace HogTrace;

/// <summary>
/// Where captures come from: a probe at a site. It knows nothing of the host, so that what waits may keep it. Thread safe.
/// </summary>
internal sealed class CaptureOrigin : CaptureTarget
{
    private readonly EventQueue _queue;
    private readonly RequestScopes _requests;
    private long _takenOut;

    // Of the captures that the interpreter makes. Threads that add one at once can lose the other's, which is made again.
    private CaptureSource[] _sources = [];

    public CaptureOrigin(ProbeEngine engine, HogTraceProbe probe, string function, CaptureCounts counts)
    {
        _queue = engine.Events;
        Lanes = _queue.Lanes;
        _requests = engine.Requests;
        Clock = _queue.Clock;
        Probe = probe;
        Function = function;
        ExecutionFlow.Prepare();
        Counts = counts;
    }

    public EventLanes Lanes { get; }

    public EventClock Clock { get; }

    public HogTraceProbe Probe { get; }

    /// <summary>Name of the site.</summary>
    public string Function { get; }

    public CaptureCounts Counts { get; }

    /// <summary>Begins a capture that something may flow with, or the thread's first; null when it is dropped, which is counted.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public EventLane? TryBeginInFlow(CaptureSource source)
    {
        var flow = new CaptureFlow(
            _requests.CurrentRequestId,
            Activity.Current is { IdFormat: ActivityIdFormat.W3C } current ? current : null);
        var used = flow.IsEmpty ? source : source.InFlow;
        long ticks = Clock.UtcTicks;
        var lane = EventLane.Of(Lanes);
        if (lane is null || !lane.TryBegin(ticks, used, used.Words))
        {
            source.Drop();
            return null;
        }

        if (!flow.IsEmpty)
            flow.Write(ref lane.Values, source.Site.Names.Length);
        return lane;
    }

    /// <summary>Counts a capture that there was no place for; how many these are now, of the probe.</summary>
    public long Dropped(bool isHit)
    {
        _queue.CountDropped();
        return Counts.Dropped(isHit);
    }

    /// <summary>Does what a signal asks of a thread that has published.</summary>
    public void Heed(EventLane lane) => _queue.Heed(lane);

    public override void Send(CaptureSite site, scoped ReadOnlySpan<Value> values)
    {
        var source = SourceAt(site);
        if (source.TryBegin() is not { } lane)
            return;
        ValueSpans.CopyFew(values, MemoryMarshal.CreateSpan(ref lane.Values, values.Length));
        source.Send(lane);
    }

    private CaptureSource SourceAt(CaptureSite site)
    {
        var sources = Volatile.Read(ref _sources);
        foreach (var source in sources)
        {
            if (source.Site == site)
                return source;
        }

        var made = new CaptureSource(this, site, compiled: null);
        Volatile.Write(ref _sources, [.. sources, made]);
        return made;
    }

    /// <summary>Sends an event that is made.</summary>
    public void Send(ProbeEvent made)
    {
        if (EventLane.Of(Lanes) is not { } lane || !lane.TryBegin(made.Timestamp.UtcTicks, made, RecordHeader.Words))
        {
            _queue.CountDropped();
            return;
        }

        lane.Publish();
        if (lane.HasSignal)
            Heed(lane);
    }

    /// <summary>Counts a capture that is taken out, for whoever may take out; how many these are now, of this site.</summary>
    public long TakenOut(bool isHit)
    {
        Counts.TakenOut(isHit);
        return ++_takenOut;
    }

    /// <summary>The clock's time now.</summary>
    public DateTimeOffset Now => new(Clock.UtcTicks, TimeSpan.Zero);
}
