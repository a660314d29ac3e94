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
    /// <param name="site">At most <see cref="EventSlot.InlineFields"/> names; the caller stores a value for each.</param>
    /// <param name="isHit">
    /// Whether the hit counts as fired by this capture: set at one capture of a hit, by a caller that doesn't count the
    /// hit otherwise.
    /// </param>
    /// <param name="number">A number that counts the captures let in, or those dropped.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref EventSlot TryBegin(CaptureSite site, bool isHit, out long number)
    {
        if (ExecutionFlow.ThreadWithoutFlow() is not { } thread)
            return ref TryBeginInFlow(site, isHit, out number);
        return ref TryBegin(site, isHit, thread, out number);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ref EventSlot TryBeginInFlow(CaptureSite site, bool isHit, out long number)
    {
        string? requestId = _requests.Current?.RequestId;
        var activity = Activity.Current is { IdFormat: ActivityIdFormat.W3C } current ? current : null;
        ref var slot = ref TryBegin(site, isHit, Thread.CurrentThread, out number);
        if (!Unsafe.IsNullRef(ref slot))
        {
            if (requestId is not null)
                slot.RequestId = requestId;
            if (activity is not null)
                slot.Activity = activity;
        }

        return ref slot;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref EventSlot TryBegin(CaptureSite site, bool isHit, Thread thread, out long number)
    {
        long ticks = _clock.UtcTicks;
        ref var slot = ref _ring.TryClaim(out number);
        if (Unsafe.IsNullRef(ref slot))
        {
            number = Drop(isHit);
            return ref slot;
        }

        slot.UtcTicks = ticks;
        slot.IsHit = isHit;
        // Most often the slot held a capture of the same place before: a comparison is cheaper than a write barrier.
        if (slot.Site != site)
            slot.Site = site;
        if (slot.Origin != this)
            slot.Origin = this;
        slot.Thread = thread;
        return ref slot;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private long Drop(bool isHit)
    {
        _queue.CountDropped();
        return Counts.Dropped(isHit);
    }

    /// <summary>Hands a slot over that <see cref="TryBegin(CaptureSite, bool, out long)"/> gave.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SendSlot(ref EventSlot slot)
    {
        EventRing.Publish(ref slot);
        _queue.WakeIfParked();
    }

    public override void Send(CaptureSite site, scoped ReadOnlySpan<Value> values)
    {
        object? many = values.Length > EventSlot.InlineFields ? values.ToArray() : null;
        ref var slot = ref TryBegin(site, isHit: false, out _);
        if (Unsafe.IsNullRef(ref slot))
            return;
        if (many is not null)
            slot.Payload = many;
        ref Value fields = ref slot.First;
        for (int i = 0; i < values.Length && i < EventSlot.InlineFields; i++)
            Unsafe.Add(ref fields, i) = values[i];
        SendSlot(ref slot);
    }

    /// <summary>Sends an event that is made.</summary>
    public void Send(ProbeEvent made)
    {
        ref var slot = ref _ring.TryClaim(out _);
        if (Unsafe.IsNullRef(ref slot))
        {
            _queue.CountDropped();
            return;
        }

        slot.Payload = made;
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
