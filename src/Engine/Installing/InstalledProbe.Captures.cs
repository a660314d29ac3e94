using System.Diagnostics;
using HogTrace.IlBackend;
using HogTrace.IlBackend.Capturing;
using HogTrace.Runtime;

namespace HogTrace.Installing;

/// <summary>Captures that compiled code hands over itself.</summary>
internal sealed partial class InstalledProbe
{
    private static CaptureContract CaptureContract => new(
        Origin: typeof(InstalledProbe).GetField(nameof(Origin))!,
        Site: typeof(InstalledProbe).GetField(nameof(CompiledCapture))!,
        HasCaptured: typeof(InstalledProbe).GetField(nameof(HasCaptured))!,
        TryPass: typeof(CaptureGate).GetMethod(nameof(CaptureGate.TryPass))!,
        TryBegin: typeof(CaptureOrigin).GetMethod(nameof(CaptureOrigin.TryBeginHit))!,
        First: typeof(EventSlot).GetProperty(nameof(EventSlot.First))!.GetMethod!,
        Send: typeof(CaptureOrigin).GetMethod(nameof(CaptureOrigin.SendSlot))!,
        MostFields: EventSlot.InlineFields);

    /// <summary>Where its captures are sent from.</summary>
    public readonly CaptureOrigin Origin;

    /// <summary>What the compiled code captures; null while it leaves bodies to the interpreter. Written before the code.</summary>
    public CaptureSite? CompiledCapture;

    /// <summary>
    /// Whether compiled code has captured since the last run. Each such hit ends a row of faults, which the next run
    /// makes up for: nobody looks in between.
    /// </summary>
    public bool HasCaptured;

    /// <summary>Whether a hit that compiled code has left is to be given to it again, and timed.</summary>
    /// <param name="hits">How many captures its time stands for.</param>
    public bool TryBeginTimedHit(out int hits)
    {
        hits = 0;
        return CompiledCapture is not null && IsActive && CaptureGate.TryOpen(out hits);
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
            return false;
        _tierUp?.Count(hits);
        _state.MeasuredCaptures(hits, Math.Max(0, ticks));
        return true;
    }

    private void EndFaultsInARow()
    {
        HasCaptured = false;
        _state.EndFaultsInARow();
    }
}
