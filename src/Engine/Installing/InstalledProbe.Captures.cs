using System.Diagnostics;
using System.Runtime.CompilerServices;
using HogTrace.IlBackend;
using HogTrace.IlBackend.Capturing;
using HogTrace.Queueing;
using HogTrace.Runtime;

namespace HogTrace.Installing;

/// <summary>Captures that compiled code hands over itself.</summary>
internal sealed partial class InstalledProbe
{
    /// <summary>About one capture of compiled code in so many is timed.</summary>
    public const int CaptureInterval = 1024;

    private static CaptureContract CaptureContract => new(
        Gate: typeof(InstalledProbe).GetField(nameof(Gate))!,
        Open: (int)CaptureGate.Open,
        TryBegin: typeof(InstalledProbe).GetMethod(nameof(TryBeginCapture))!,
        Values: typeof(EventLane).GetProperty(nameof(EventLane.Values))!.GetMethod!,
        Send: typeof(InstalledProbe).GetMethod(nameof(SendCapture))!);

    /// <summary>Where its captures are sent from.</summary>
    public readonly CaptureOrigin Origin;

    /// <summary>What the compiled code captures; null while it leaves bodies to the interpreter. Written before the code.</summary>
    public CaptureSite? CompiledCapture
    {
        get => _compiledSource?.Site;
        set => _compiledSource = value is null ? null : new CaptureSource(Origin, value, compiled: this);
    }

    private CaptureSource? _compiledSource;

    /// <summary>
    /// A <see cref="CaptureGate"/>, which compiled code asks before it captures. While it is open, hits may have gone by
    /// that end a row of faults: the next run makes up for them, and closes it.
    /// </summary>
    public int Gate;

    /// <summary>
    /// Begins a capture by compiled code, for which the hit counts as fired. Null when there is no room, which is counted.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public EventLane? TryBeginCapture() => _compiledSource!.TryBegin();

    /// <summary>Hands the capture over.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SendCapture(EventLane lane) => _compiledSource!.Send(lane);

    /// <summary>Has the next hit that captures timed.</summary>
    public void SampleNextCapture() => TryMoveGate(CaptureGate.Open, CaptureGate.Sampled);

    /// <summary>Whether a hit that compiled code has left is to be given to it again, and timed.</summary>
    /// <param name="hits">How many captures its time stands for.</param>
    public bool TryBeginTimedHit(out int hits)
    {
        hits = Gate == (int)CaptureGate.Sampled ? CaptureInterval : 0;
        return CompiledCapture is not null && IsActive && !RunContext.IsInHostCall
            && TryMoveGate(hits > 0 ? CaptureGate.Sampled : CaptureGate.Closed, CaptureGate.Open);
    }

    /// <summary>A timed hit is over; whether nothing is left of it.</summary>
    /// <param name="outcome">What the compiled code has left.</param>
    /// <param name="hits">How many captures its time stands for.</param>
    /// <param name="before">The clock, read twice in a row: what reading it costs is no part of the hit.</param>
    /// <param name="started">The second time.</param>
    public bool EndTimedHit(SiteOutcome outcome, int hits, long before, long started)
    {
        long ticks = Stopwatch.GetTimestamp() - started - (started - before);
        if (outcome != SiteOutcome.Done)
        {
            // It was opened for this hit alone: no capture has gone by that would end a row of faults.
            if (hits == 0)
                TryMoveGate(CaptureGate.Open, CaptureGate.Closed);
            return false;
        }

        _tierUp?.Count(hits);
        _state.MeasuredCaptures(hits, Math.Max(0, ticks));
        // Switched off just now: the site learns of it in a moment, the code at once.
        if (!IsActive)
            TryMoveGate(CaptureGate.Open, CaptureGate.Closed);
        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryMoveGate(CaptureGate from, CaptureGate to) =>
        Interlocked.CompareExchange(ref Gate, (int)to, (int)from) == (int)from;

    private void EndFaultsInARow()
    {
        TryMoveGate(CaptureGate.Open, CaptureGate.Closed);
        _state.EndFaultsInARow();
    }
}
