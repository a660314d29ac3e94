using System.Diagnostics;
using System.Runtime.CompilerServices;
using HogTrace.Runtime;

namespace HogTrace;

/// <summary>
/// Where captures come from: a probe at a site. Writes them into the engine's ring. It knows nothing of the host, so
/// that the ring may keep it. Thread safe.
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
        Ring = _queue.Ring;
        _requests = engine.Requests;
        Clock = _queue.Clock;
        Probe = probe;
        Function = function;
        ExecutionFlow.Prepare();
        Counts = counts;
    }

    public EventRing Ring { get; }

    public EventClock Clock { get; }

    public HogTraceProbe Probe { get; }

    /// <summary>Name of the site.</summary>
    public string Function { get; }

    public CaptureCounts Counts { get; }

    /// <summary>Claims a position for a capture that something may flow with; negative when it is dropped, which is counted.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public long TryBeginInFlow(CaptureSource source)
    {
        string? requestId = _requests.Current?.RequestId;
        var activity = Activity.Current is { IdFormat: ActivityIdFormat.W3C } current ? current : null;
        var identity = CapturingThread.Identity;
        long ticks = Clock.UtcTicks;
        long position = Ring.TryClaim();
        if (position < 0)
        {
            source.Drop();
            return position;
        }

        source.Fill(ref Ring.SlotAt(position), identity, ticks);
        if (requestId is not null || activity is not null)
        {
            ref var extras = ref Ring.ExtrasAt(position);
            extras.RequestId = requestId;
            extras.Activity = activity;
        }

        return position;
    }

    /// <summary>Counts a capture that there was no place for; how many these are now, of the probe.</summary>
    public long Dropped(bool isHit)
    {
        _queue.CountDropped();
        return Counts.Dropped(isHit);
    }

    /// <summary>Wakes the thread that delivers.</summary>
    public void Wake() => _queue.Wake();

    public override void Send(CaptureSite site, scoped ReadOnlySpan<Value> values)
    {
        object? many = values.Length > EventSlot.InlineFields ? values.ToArray() : null;
        var source = SourceAt(site);
        ref var slot = ref source.TryBegin(out long position);
        if (Unsafe.IsNullRef(ref slot))
            return;
        if (many is not null)
            Ring.ExtrasAt(position).Payload = many;
        ref Value fields = ref slot.First;
        for (int i = 0; i < values.Length && i < EventSlot.InlineFields; i++)
            Unsafe.Add(ref fields, i) = values[i];
        source.Send(ref slot, position);
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
        long position = Ring.TryClaim();
        if (position < 0)
        {
            _queue.CountDropped();
            return;
        }

        Ring.ExtrasAt(position).Payload = made;
        EventRing.Publish(ref Ring.SlotAt(position), position);
        if (Ring.IsConsumerParked)
            Wake();
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
