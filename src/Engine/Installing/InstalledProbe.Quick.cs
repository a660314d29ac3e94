using System.Diagnostics;
using System.Runtime.CompilerServices;
using HogTrace.Execution;
using HogTrace.IlBackend;
using HogTrace.Interpreter;
using HogTrace.Runtime;

namespace HogTrace.Installing;

/// <summary>The way most hits go: the predicate is false, which is found, counted and measured without a run.</summary>
internal sealed partial class InstalledProbe
{
    // One quick hit in so many is run in full, and quick ones are measured.
    private const int QuickInterval = 1024;

    // High enough not to get to zero during a measurement.
    private const int WhileMeasured = 1 << 20;

    /// <summary>Tries that one measurement of a quick or compiled predicate takes the mean of.</summary>
    public const int Repeats = 16;

    // Steps of the predicate while trying it quickly pays; null when not.
    private Step[]? _quickSteps;

    // The predicate, whose compiled form goes before the steps; null when it may not be tried quickly.
    private readonly TieredCode? _quickPredicate;

    // Quick hits are counted down, not up, so that one number serves the statistics and the CPU meter. Threads count
    // without a lock: a lost count makes the statistics a lower bound and a measurement a little later.
    public int Countdown;
    private int _quickInterval;
    private int _quickAtLastHit;

    // What asking the compiled predicate took the last time that it was measured, and which thread measures it now.
    private double _compiledTicks;
    private int _measuringThread;
    private CaptureGate _gateBefore;

    /// <summary>
    /// Tries the compiled predicate over the arguments of the call as they are; none is written. Whether it is false, and
    /// the hit over.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsQuicklyFalseOver(ref Value arguments)
    {
        if (_quickPredicate?.Quick is not { } quick || !Form.ReadsArgumentsOnly || Countdown <= 0 || !_state.IsActive
            || !IsFalse(quick, ref arguments))
            return false;
        Countdown--;
        return true;
    }

    /// <summary>The way most hits go: the predicate is false, and deciding so takes quick steps only.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsQuicklyFalse(ref Value registers)
    {
        if (Countdown <= 0 || !_state.IsActive)
            return false;
        bool isFalse = _quickPredicate?.Quick is { } quick
            ? IsFalse(quick, ref registers)
            : _quickSteps is { } steps && IsFalse(steps, ref registers);
        if (isFalse)
            Countdown--;
        return isFalse;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsFalse(QuickCode quick, ref Value registers)
    {
        var outcome = QuickResult.OutcomeOf(quick(ref registers));
        if (outcome == CompiledOutcome.NeedsContext)
            _quickPredicate!.MissQuick();
        return outcome == CompiledOutcome.False;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsFalse(Step[] steps, ref Value registers)
    {
        var outcome = CodeInterpreter.TryQuick(steps, ref registers);
        if (outcome == CodeOutcome.NeedsContext && !_code.MissQuick())
            _quickSteps = null;
        return outcome == CodeOutcome.False;
    }

    /// <summary>
    /// Whether this thread is to measure the compiled predicate now, by letting it decide the hit <see cref="Repeats"/>
    /// times; on this thread nothing then comes of it.
    /// </summary>
    public bool TryBeginMeasurement()
    {
        if (Countdown > 0 || Interlocked.CompareExchange(ref _measuringThread, Environment.CurrentManagedThreadId, 0) != 0)
            return false;
        Countdown = WhileMeasured;
        _gateBefore = (CaptureGate)Interlocked.Exchange(ref Gate, (int)CaptureGate.Measured);
        return true;
    }

    public void EndMeasurement(long started)
    {
        _compiledTicks = (Stopwatch.GetTimestamp() - started) / (double)Repeats;
        Countdown = 0;
        TryMoveGate(CaptureGate.Measured, _gateBefore);
        Volatile.Write(ref _measuringThread, 0);
    }

    /// <summary>Takes the quick hits since the last time into the statistics, and estimates what they cost.</summary>
    private void CountQuick(int left, ref Value registers)
    {
        int hits = _quickInterval;
        _tierUp?.Count(hits);
        _quickPredicate?.CountQuick(hits);
        int next = _tierUp?.HitsUntilDue is > 0 and < QuickInterval and var due ? due : QuickInterval;
        // Of the threads that come here at once, one starts the next interval and counts the last.
        if (Interlocked.CompareExchange(ref Countdown, next, left) != left)
            return;
        _quickInterval = next;
        _state.CountPredicateFalse(hits);
        if (hits > 0 && Compiled is not null)
            _state.MeasuredQuick(hits, _compiledTicks);
        else if (hits > 0)
            _state.MeasuredQuick(hits, QuickTicks(ref registers));
    }

    // A quick try changes nothing, so that it can be repeated: one alone is shorter than reading the clock. A full run
    // is no measure for it, being many times as long, and rare enough for its code to be cold and not yet optimised.
    private double QuickTicks(ref Value registers)
    {
        var quick = _quickPredicate?.Quick;
        var steps = _quickSteps;
        long started = Stopwatch.GetTimestamp();
        for (int i = 0; i < Repeats; i++)
        {
            if (quick is not null)
                quick(ref registers);
            else if (steps is not null)
                CodeInterpreter.TryQuick(steps, ref registers);
        }

        return (Stopwatch.GetTimestamp() - started) / (double)Repeats;
    }

    /// <summary>Hits that went the quick way and are not yet in the statistics.</summary>
    public int UncountedQuick => Math.Max(0, _quickInterval - Countdown);
}
