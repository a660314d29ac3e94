using System.Runtime.CompilerServices;
using HogTrace.Diagnostics;

namespace HogTrace;

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

    // A slot keeps the origin of its last capture, which saves the next one of the same two write barriers, and so keeps
    // the program after it is uninstalled, until the ring comes round. Only for an origin that has had so great a part
    // of a turn: of programs installed one after the other, no more than so many then stay.
    private const int SteadyParts = 16;

    private readonly Thread _thread;
    private readonly Lock _takingOut = new();
    private readonly List<ProbeEvent> _batch = new(BatchSize);
    private readonly ManualResetEventSlim _wake = new(initialState: false, spinCount: 0);
    private readonly DropReports _drops = new();
    private readonly int _naps;
    private readonly int _steadyAfter;
    private long _finished;
    private long _delivered;
    private long _queueFull;
    private long _sinkFailed;
    private long _stopped;
    private bool _isResting;

    public EventQueue(int capacity, TimeProvider clock)
    {
        Ring = new EventRing(capacity);
        Clock = new EventClock(clock);
        _naps = capacity < NapCapacity ? 0 : Naps;
        _steadyAfter = capacity / SteadyParts;
        _thread = new Thread(Deliver) { IsBackground = true, Name = "HogTrace events" };
        // Nothing of the flow that the engine is made in belongs on it.
        _thread.UnsafeStart();
    }

    public SinkCollection Sinks { get; } = new();

    public EventRing Ring { get; }

    public EventClock Clock { get; }

    public DeliveryStatistics Statistics
    {
        get
        {
            // What was let in comes last: an event counted as finished was let in before.
            long delivered = Volatile.Read(ref _delivered);
            long failed = Volatile.Read(ref _sinkFailed);
            long full = Interlocked.Read(ref _queueFull);
            long stopped = Interlocked.Read(ref _stopped);
            return new DeliveryStatistics(Ring.Claimed + full + stopped, delivered, full, failed, stopped);
        }
    }

    /// <summary>Counts an event that the ring didn't take.</summary>
    public void CountDropped()
    {
        Interlocked.Increment(ref Ring.IsClosed ? ref _stopped : ref _queueFull);
        WakeIfResting();
    }

    /// <summary>Hits that fired by a capture, and captures, of a probe until now.</summary>
    public (long Hits, long Captures) Count(CaptureCounts counts)
    {
        lock (_takingOut)
        {
            Ring.Count(counts, out long hits, out long captures);
            return (counts.Hits + hits, counts.Captures + captures);
        }
    }

    public void Flush()
    {
        // A sink that flushes its own engine would wait for itself.
        if (Thread.CurrentThread == _thread)
            return;
        long wanted = Ring.Claimed;
        var spin = default(SpinWait);
        while (Volatile.Read(ref _finished) < wanted && _thread.IsAlive)
        {
            WakeIfResting();
            spin.SpinOnce();
        }
    }

    public void Dispose()
    {
        Ring.Close();
        Wake();
        if (Thread.CurrentThread != _thread)
            _thread.Join(Bytecode.Limits.DisposalWait);
    }

    /// <summary>Wakes the thread that delivers.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Wake() => _wake.Set();

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
            bool isClosed = Ring.IsClosed;
            _drops.Report(this, isLast: false);
            if (TakeOut())
            {
                GiveToSinks();
                rests = 0;
            }
            else if (!isClosed)
            {
                Rest(isLong: rests++ >= _naps);
            }
            else if (!Ring.IsEmpty)
            {
                // Claimed before the ring was closed, and published any moment.
                Thread.Yield();
            }
            else
            {
                break;
            }
        }

        foreach (var sink in Sinks.Current)
            Try(static sink => sink.Flush(), sink);
        _drops.Report(this, isLast: true);
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

    // A thread that publishes and then sees nobody parked has published before the barrier, and is seen here: the
    // barrier is one of every thread of the process. So that of the two sides only this one pays.
    private void Park()
    {
        Volatile.Write(ref Ring.IsConsumerParked, true);
        Interlocked.MemoryBarrierProcessWide();
        if (!Ring.HasNext && !Ring.IsClosed)
            _wake.Wait(s_park);
        Volatile.Write(ref Ring.IsConsumerParked, false);
    }

    /// <summary>Makes a batch of what waits; false when nothing does.</summary>
    private bool TakeOut()
    {
        lock (_takingOut)
        {
            while (_batch.Count < BatchSize)
            {
                ref var slot = ref Ring.Peek();
                if (Unsafe.IsNullRef(ref slot))
                    break;
                bool isSteady = false;
                ref var extras = ref Ring.PeekExtras();
                if (extras.Payload is ProbeEvent made)
                {
                    _batch.Add(made);
                }
                else
                {
                    _batch.Add(CaptureEvent.Create(slot, extras));
                    isSteady = slot.Source!.TakenOut() > _steadyAfter;
                }

                Ring.Remove(keepsOrigin: isSteady);
            }

            if (_batch.Count > 0)
                Ring.OpenRemoved();
        }

        return _batch.Count > 0;
    }

    private void GiveToSinks()
    {
        bool isDelivered = true;
        bool isIdle = !Ring.HasNext;
        foreach (var sink in Sinks.Current)
        {
            isDelivered &= Try(static (sink, batch) => sink.Write(batch), sink, _batch);
            if (isIdle)
                Try(static sink => sink.Flush(), sink);
        }

        EngineEvents.Delivering(_batch);
        ref long count = ref isDelivered ? ref _delivered : ref _sinkFailed;
        Volatile.Write(ref count, count + _batch.Count);
        Volatile.Write(ref _finished, _finished + _batch.Count);
        _batch.Clear();
    }

    private static void Try(Action<IProbeSink> action, IProbeSink sink) =>
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
