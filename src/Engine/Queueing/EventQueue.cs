using System.Diagnostics;
using System.Runtime.CompilerServices;
using HogTrace.Diagnostics;

namespace HogTrace.Queueing;

/// <summary>
/// The bounded queue between probes and sinks. Sending never blocks and never throws; one thread of its own delivers.
/// </summary>
internal sealed class EventQueue : IDisposable
{
    private const int BatchSize = 256;

    // While events keep coming the thread looks for them so often, and nobody has to wake it; then it parks.
    private static readonly TimeSpan s_nap = TimeSpan.FromMilliseconds(1);
    private const int Naps = 20;

    // Nobody can forget to wake it; this bounds what a mistake in that reasoning would cost.
    private static readonly TimeSpan s_park = TimeSpan.FromSeconds(1);

    // Below so much room, events of a nap's length could fill it.
    private const int NapCapacity = 4096;

    // A header keeps the source of its last capture, which saves the next one of the same a write barrier, and so keeps
    // the program after it is uninstalled, until the place is used again. Only for a probe that has captured so great a
    // part of what the queue holds, and a segment: of programs that come and go, few stay.
    private const int SteadyParts = 16;

    // The lanes of threads that have ended are looked for so often.
    private static readonly TimeSpan s_removal = TimeSpan.FromSeconds(1);

    private readonly Thread _thread;
    private readonly Lock _takingOut = new();
    private readonly List<ProbeEvent> _batch = new(BatchSize);
    private readonly ManualResetEventSlim _wake = new(initialState: false, spinCount: 0);
    private readonly DropReports _drops = new();
    private readonly LaneMerge _merge;
    private readonly int _naps;
    private long _delivered;
    private long _queueFull;
    private long _sinkFailed;
    private long _stopped;
    private bool _isResting;
    private bool _hasEnded;
    private long _lastRemoval = Stopwatch.GetTimestamp();

    public EventQueue(int capacity, TimeProvider clock)
    {
        Lanes = new EventLanes(capacity);
        Clock = new EventClock(clock);
        _naps = capacity < NapCapacity ? 0 : Naps;
        _merge = new LaneMerge(Lanes.Segments, Math.Max(EventSegment.Events, capacity / SteadyParts));
        _thread = new Thread(Deliver) { IsBackground = true, Name = "HogTrace events" };
        // Nothing of the flow that the engine is made in belongs on it.
        _thread.UnsafeStart();
    }

    public SinkCollection Sinks { get; } = new();

    public EventLanes Lanes { get; }

    public EventClock Clock { get; }

    public DeliveryStatistics Statistics
    {
        get
        {
            // What was sent comes last: an event counted as delivered was sent before.
            long delivered = Volatile.Read(ref _delivered);
            long failed = Volatile.Read(ref _sinkFailed);
            long full = Interlocked.Read(ref _queueFull);
            long stopped = Interlocked.Read(ref _stopped);
            return new DeliveryStatistics(Lanes.Sent + full + stopped, delivered, full, failed, stopped);
        }
    }

    /// <summary>Counts an event that there was no room for.</summary>
    public void CountDropped()
    {
        Interlocked.Increment(ref Lanes.IsClosed ? ref _stopped : ref _queueFull);
        WakeIfResting();
    }

    /// <summary>Hits that fired by a capture, and captures, of a probe until now.</summary>
    public (long Hits, long Captures) Count(CaptureCounts counts)
    {
        lock (_takingOut)
        {
            long hits = counts.Hits, captures = counts.Captures;
            foreach (var lane in Lanes.Current)
                lane.Reader.Count(counts, ref hits, ref captures);
            return (hits, captures);
        }
    }

    /// <summary>Waits until what was sent before is delivered, or given up.</summary>
    public void Flush()
    {
        // A sink that flushes its own engine would wait for itself.
        if (Thread.CurrentThread == _thread)
            return;
        var wanted = Array.ConvertAll(Lanes.Current, static lane => (lane.Reader, lane.Sent));
        var spin = default(SpinWait);
        foreach (var (reader, sent) in wanted)
        {
            while (reader.Finished < sent && _thread.IsAlive)
            {
                WakeIfResting();
                spin.SpinOnce();
            }
        }
    }

    public void Dispose()
    {
        Lanes.Close();
        Wake();
        if (Thread.CurrentThread != _thread)
            _thread.Join(Bytecode.Limits.DisposalWait);
    }

    /// <summary>What a thread does that has published and then sees a signal.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Heed(EventLane lane)
    {
        if ((Lanes.Signals & LaneSignals.Closed) == LaneSignals.None)
        {
            Wake();
            return;
        }

        lock (_takingOut)
        {
            if (_hasEnded)
                GiveUp(lane.Reader);
        }
    }

    private void Wake() => _wake.Set();

    // Nobody takes out any more.
    private void GiveUp(LaneReader reader)
    {
        while (reader.MoveNext(Lanes.Segments))
        {
            if (reader.Header.Subject is CaptureSource source)
                source.TakenOut();
            reader.Remove(keepsSource: false);
            Interlocked.Increment(ref _stopped);
        }

        reader.Finish();
    }

    private void WakeIfResting()
    {
        if (Volatile.Read(ref _isResting))
            Wake();
    }

    private void Deliver()
    {
        OwnWork.IsOwn = true;
        int rests = 0;
        while (true)
        {
            bool isClosed = Lanes.IsClosed;
            _drops.Report(this, isLast: false);
            RemoveEndedLanes();
            if (TakeOut())
            {
                GiveToSinks();
                rests = 0;
            }
            else if (!isClosed)
            {
                Rest(isLong: rests++ >= _naps);
            }
            else if (TryEnd())
            {
                break;
            }
        }

        foreach (var sink in Sinks.Current)
            Try(static sink => sink.Flush(), sink);
        _drops.Report(this, isLast: true);
    }

    private void RemoveEndedLanes()
    {
        if (Stopwatch.GetElapsedTime(_lastRemoval) < s_removal)
            return;
        Lanes.RemoveEnded();
        _lastRemoval = Stopwatch.GetTimestamp();
    }

    // Who publishes from now on sees that it is too late, and takes it out again.
    private bool TryEnd()
    {
        lock (_takingOut)
        {
            _hasEnded = !Lanes.HasNext;
            if (_hasEnded)
                Lanes.Release();
            return _hasEnded;
        }
    }

    private void Rest(bool isLong)
    {
        Volatile.Write(ref _isResting, true);
        if (isLong)
            Park();
        else
            _wake.Wait(s_nap);
        Volatile.Write(ref _isResting, false);
        _wake.Reset();
    }

    // A thread that publishes and then sees nobody parked has published before the barrier, and is seen here. So that of
    // the two sides only this one pays for a fence.
    private void Park()
    {
        Lanes.SetParked(true);
        if (!Lanes.HasNext && !Lanes.IsClosed)
            _wake.Wait(s_park);
        Lanes.SetParked(false);
    }

    /// <summary>Makes a batch of what waits; false when nothing does.</summary>
    private bool TakeOut()
    {
        lock (_takingOut)
            _merge.TakeOut(Lanes.Current, _batch, BatchSize);
        return _batch.Count > 0;
    }

    private void GiveToSinks()
    {
        bool isDelivered = true;
        bool isIdle = !Lanes.HasNext;
        foreach (var sink in Sinks.Current)
        {
            isDelivered &= Try(static (sink, batch) => sink.Write(batch), sink, _batch);
            if (isIdle)
                isDelivered &= Try(static sink => sink.Flush(), sink);
        }

        EngineEvents.Delivering(_batch);
        ref long count = ref isDelivered ? ref _delivered : ref _sinkFailed;
        Volatile.Write(ref count, count + _batch.Count);
        _merge.Finish();
        _batch.Clear();
    }

    private static bool Try(Action<IProbeSink> action, IProbeSink sink) =>
        Try(static (sink, action) => action(sink), sink, action);

    private static bool Try<T>(Action<IProbeSink, T> action, IProbeSink sink, T state)
    {
        try
        {
            action(sink, state);
            return true;
        }
#pragma warning disable CA1031 // A sink is code of the host; its failure is counted and goes no further.
        catch (Exception)
#pragma warning restore CA1031
        {
            return false;
        }
    }
}
