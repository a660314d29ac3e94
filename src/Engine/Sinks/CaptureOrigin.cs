using System.Diagnostics;
using System.Runtime.CompilerServices;
using HogTrace.Queueing;
using HogTrace.Runtime;

namespace HogTrace;

/// <summary>
/// Where captures come from: a probe at a site. It knows nothing of the host, so that slots may keep it. Thread safe.
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

    /// <summary>A slot for a capture that something may flow with, or the thread's first; a null reference when it is dropped, which is counted.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ref EventSlot TryBeginInFlow(CaptureSource source, out EventLane lane)
    {
        string? requestId = _requests.CurrentRequestId;
        var activity = Activity.Current is { IdFormat: ActivityIdFormat.W3C } current ? current : null;
        long ticks = Clock.UtcTicks;
        lane = EventLane.Of(Lanes)!;
        if (lane is null || !lane.HasRoom)
        {
            source.Drop();
            return ref Unsafe.NullRef<EventSlot>();
        }

        ref var slot = ref lane.Slot;
        source.Fill(ref slot, ticks);
        if (requestId is not null || activity is not null)
        {
            ref var extras = ref lane.Extras;
            extras.RequestId = requestId;
            extras.Activity = activity;
        }

        return ref slot;
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
        object? many = values.Length > EventSlot.InlineFields ? values.ToArray() : null;
        var source = SourceAt(site);
        ref var slot = ref source.TryBegin(out var lane);
        if (Unsafe.IsNullRef(ref slot))
            return;
        if (many is not null)
            lane.Extras.Payload = many;
        ref Value fields = ref slot.First;
        for (int i = 0; i < values.Length && i < EventSlot.InlineFields; i++)
            Unsafe.Add(ref fields, i) = values[i];
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
        var lane = EventLane.Of(Lanes);
        if (lane is null || !lane.HasRoom)
        {
            _queue.CountDropped();
            return;
        }

        lane.Slot.UtcTicks = made.Timestamp.UtcTicks;
        lane.Extras.Payload = made;
        lane.Publish();
        if (Lanes.Signals != LaneSignals.None)
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
