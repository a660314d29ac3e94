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
    private readonly EventRing _ring;
    private readonly RequestScopes _requests;
    private readonly EventClock _clock;
    private long _takenOut;

    // Of the captures that the interpreter makes. Threads that add one at once can lose the other's, which is made again.
    private CaptureSource[] _sources = [];

    public CaptureOrigin(ProbeEngine engine, HogTraceProbe probe, string function, CaptureCounts counts)
    {
        _queue = engine.Events;
        _ring = _queue.Ring;
        _requests = engine.Requests;
        _clock = _queue.Clock;
        Probe = probe;
        Function = function;
        Counts = counts;
    }

    public HogTraceProbe Probe { get; }

    /// <summary>Name of the site.</summary>
    public string Function { get; }

    public CaptureCounts Counts { get; }

    /// <summary>
    /// Claims a slot for a capture whose values are known: from here to <see cref="SendSlot"/> there must be
    /// nothing that can block, throw or call code of the host. A null reference when it is dropped, which is counted.
    /// </summary>
    /// <param name="source">
    /// One of this origin, of at most <see cref="EventSlot.InlineFields"/> names; the caller stores a value for each.
    /// </param>
    /// <param name="number">A number that counts the captures let in, or those dropped.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref EventSlot TryBegin(CaptureSource source, out long number)
    {
        var thread = CapturingThread.Current;
        if (!thread.IsWithoutFlow)
            return ref TryBeginInFlow(source, thread, out number);
        return ref TryBegin(source, thread, out number);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ref EventSlot TryBeginInFlow(CaptureSource source, CapturingThread thread, out long number)
    {
        string? requestId = _requests.Current?.RequestId;
        var activity = Activity.Current is { IdFormat: ActivityIdFormat.W3C } current ? current : null;
        ref var slot = ref TryBegin(source, thread, out number);
        if (!Unsafe.IsNullRef(ref slot) && (requestId is not null || activity is not null))
        {
            ref var extras = ref _ring.ExtrasAt(number);
            extras.RequestId = requestId;
            extras.Activity = activity;
        }

        return ref slot;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref EventSlot TryBegin(CaptureSource source, CapturingThread thread, out long number)
    {
        // Reading the clock waits for all that goes before, and lets nothing begin that comes after: so the way to the
        // slot goes first, along with everything else. The claim comes after, when what the last capture wrote has
        // left the processor; before the clock it would have to wait for that.
        var identity = thread.Identity;
        ref var slot = ref _ring.Foresee(out number);
        long ticks = _clock.UtcTicks;
        if (Unsafe.IsNullRef(ref slot) || !_ring.TryClaimForeseen(number))
            slot = ref _ring.TryClaim(out number);
        if (Unsafe.IsNullRef(ref slot))
        {
            number = Drop(source.IsHit);
            return ref slot;
        }

        slot.UtcTicks = ticks;
        // Most often the slot held a capture of the same place and thread before: a comparison is cheaper than a write
        // barrier.
        if (slot.Source != source)
            slot.Source = source;
        if (slot.Thread != identity)
            slot.Thread = identity;
        return ref slot;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private long Drop(bool isHit)
    {
        _queue.CountDropped();
        return Counts.Dropped(isHit);
    }

    /// <summary>Hands a slot over that <see cref="TryBegin(CaptureSource, out long)"/> gave.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SendSlot(ref EventSlot slot)
    {
        EventRing.Publish(ref slot);
        // Not ordered with the publication here, where it would cost a fence an event: parking orders the two for all.
        if (_ring.IsConsumerParked)
            _queue.Wake();
    }

    public override void Send(CaptureSite site, scoped ReadOnlySpan<Value> values)
    {
        object? many = values.Length > EventSlot.InlineFields ? values.ToArray() : null;
        ref var slot = ref TryBegin(SourceAt(site), out long position);
        if (Unsafe.IsNullRef(ref slot))
            return;
        if (many is not null)
            _ring.ExtrasAt(position).Payload = many;
        ref Value fields = ref slot.First;
        for (int i = 0; i < values.Length && i < EventSlot.InlineFields; i++)
            Unsafe.Add(ref fields, i) = values[i];
        SendSlot(ref slot);
    }

    private CaptureSource SourceAt(CaptureSite site)
    {
        var sources = Volatile.Read(ref _sources);
        foreach (var source in sources)
        {
            if (source.Site == site)
                return source;
        }

        var made = new CaptureSource(this, site, isHit: false);
        Volatile.Write(ref _sources, [.. sources, made]);
        return made;
    }

    /// <summary>Sends an event that is made.</summary>
    public void Send(ProbeEvent made)
    {
        ref var slot = ref _ring.TryClaim(out long position);
        if (Unsafe.IsNullRef(ref slot))
        {
            _queue.CountDropped();
            return;
        }

        _ring.ExtrasAt(position).Payload = made;
        SendSlot(ref slot);
    }

    /// <summary>Counts a capture that is taken out, for whoever may take out; how many these are now, of this site.</summary>
    public long TakenOut(bool isHit)
    {
        Counts.TakenOut(isHit);
        return ++_takenOut;
    }

    /// <summary>The clock's time now.</summary>
    public DateTimeOffset Now => new(_clock.UtcTicks, TimeSpan.Zero);
}
