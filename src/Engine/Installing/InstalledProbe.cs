using System.Diagnostics;
using System.Runtime.CompilerServices;
using HogTrace.Bytecode;
using HogTrace.Execution;
using HogTrace.IlBackend;
using HogTrace.Interpreter;
using HogTrace.Runtime;

namespace HogTrace.Installing;

/// <summary>A probe at a site, as one engine runs it.</summary>
internal sealed partial class InstalledProbe
{
    // One quick hit in so many is run in full, and quick ones are measured.
    private const int QuickInterval = 1024;

    // High enough not to get to zero during a measurement.
    private const int WhileMeasured = 1 << 20;

    /// <summary>What compiled code uses of the class.</summary>
    public static readonly SiteContract Contract = new(
        typeof(InstalledProbe),
        typeof(InstalledProbe).GetField(nameof(Countdown))!,
        CaptureContract);

    /// <summary>Tries that one measurement of a quick or compiled predicate takes the mean of.</summary>
    public const int Repeats = 16;

    private readonly RunHost _host;
    private readonly ProbeState _state;
    private readonly double _sampling;
    private readonly TieredProbe _code;

    /// <summary>
    /// The compiled code, a <c>SiteCode</c> over the site's argument types, while there is some. Written without a lock,
    /// with one reference write: a thread that sees it late runs the interpreter a few hits longer, one that sees it
    /// after it was given up runs it once more.
    /// </summary>
    public Delegate? Compiled;

    /// <summary>
    /// Compiled code of the body, of the same type, for when the compiled predicate is true; where there is no predicate,
    /// the same delegate. Null while the interpreter runs bodies.
    /// </summary>
    public Delegate? CompiledBody;

    // When to compile the predicate; null for never.
    private readonly TierUp? _tierUp;

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

    public InstalledProbe(ProbeSite site, ProbeForm form, ProbeState state, RunHost host)
    {
        _sampling = state.Probe.Sampling;
        Site = site;
        Origin = state.OriginAt(site);
        Form = form;
        RegisterCount = form.RegisterCount;
        Inputs = form.Inputs;
        _state = state;
        _host = host;
        _code = form.Code;
        _quickSteps = _sampling < 1.0 ? null : _code.QuickSteps(host.Budget);
        _quickPredicate = _sampling < 1.0 ? null : _code.Predicate;
        _tierUp = _sampling < 1.0 ? null : TierUp.For(this, host, state.TierUpAfter);
        _tierUp?.Start();
        ReadsDuration = !RunsWhenHit && (form.Inputs >> site.ShapeAt(ProbePoint.Exit).DurationSlot & 1) != 0;
    }

    public ProbeSite Site { get; }

    public ProbeForm Form { get; }

    /// <summary>Registers that a run needs, and those of the inputs that it reads.</summary>
    public int RegisterCount { get; }

    public ulong Inputs { get; }

    public ProbePoint Point => _state.Probe.Point;

    public bool ReadsDuration { get; }

    /// <summary>Whether it runs when its site is hit, not at the end of the call.</summary>
    public bool RunsWhenHit => Point == Site.HitPoint;

    /// <summary>Whether it is one of a probe's, which share a state.</summary>
    public bool IsOf(ProbeState state) => _state == state;

    /// <summary>Whether it is neither uninstalled nor switched off.</summary>
    public bool IsActive => _state.IsActive;

    /// <summary>Whether there is something to do of a hit that compiled code has left with an outcome.</summary>
    public bool IsLeft(SiteOutcome outcome)
    {
        if (_measuringThread == Environment.CurrentManagedThreadId)
            return false;
        if (outcome == SiteOutcome.NeedsContext)
            _tierUp!.Miss();
        return true;
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

    /// <summary>Runs a probe that isn't settled, over registers that hold the inputs that it reads. Never throws.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Run(ref Value registers)
    {
        // What a compiled predicate leaves, the quick way would leave too.
        if (Compiled is not null || !IsQuicklyFalse(ref registers))
            Hit(ref registers);
    }

    /// <summary>
    /// Runs the probes of a site that has been hit, over registers that hold the inputs that they read. Never throws.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void RunAll(InstalledProbe[] probes, ref Value registers)
    {
        foreach (var probe in probes)
        {
            if (!probe.IsQuicklyFalse(ref registers))
                probe.Hit(ref registers);
        }
    }

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

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Hit(ref Value registers)
    {
        var state = _state;
        if (!state.IsActive || (_sampling < 1.0 && !IsSampledIn(state)))
            return;
        if (Countdown != _quickAtLastHit || Gate == (int)CaptureGate.Open)
            EndFaultsInARow();
        if (Countdown is <= 0 and var left)
            CountQuick(left, ref registers);
        _quickAtLastHit = Countdown;
        bool isMeasured = state.Cpu.IsDue();
        _tierUp?.Count(1);
        long started = isMeasured ? Stopwatch.GetTimestamp() : 0;
        RunContext run = default;
        run.Begin(_host);
        run.Target = Origin;
        run.DeclaringType = Site.DeclaringType;
        try
        {
            var outcome = _code.Run(ref registers, ref run);
            if (outcome == RunOutcome.PredicateFalse)
                state.CountPredicateFalse(1);
            else
                Complete(outcome, ref run);
            if (outcome == RunOutcome.Fired)
                _tierUp?.CountFired();
        }
#pragma warning disable CA1031 // An exception of a tier is a bug of ours, and never the host's to bear.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            run.Fail(FaultKind.HostException, $"the run failed with {exception.GetType().Name}: {exception.Message}");
            Complete(RunOutcome.Faulted, ref run);
        }

        run.End();
        if (isMeasured)
            state.Measured(Stopwatch.GetTimestamp() - started);
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

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool IsSampledIn(ProbeState state)
    {
        var store = _host.CurrentStore;
        // One number a request decides for all its probes, so that they are kept or dropped together.
        double point = store.SamplePoint ?? Random.Shared.NextDouble();
        if (point < _sampling)
            return true;
        state.CountSampledOut();
        return false;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Complete(RunOutcome outcome, ref RunContext run)
    {
        // Host code that a probe called came by here: what it does is the tracer's doing, not the program's.
        if (run.IsNested)
            return;
        _state.Complete(Origin, outcome, ref run);
    }
}
