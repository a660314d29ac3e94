using System.Diagnostics;
using System.Runtime.CompilerServices;
using HogTrace.Bytecode;
using HogTrace.Execution;
using HogTrace.IlBackend;
using HogTrace.Runtime;

namespace HogTrace.Installing;

/// <summary>A probe at a site, as one engine runs it.</summary>
internal sealed partial class InstalledProbe
{
    /// <summary>What compiled code uses of the class.</summary>
    public static readonly SiteContract Contract = new(
        typeof(InstalledProbe),
        typeof(InstalledProbe).GetField(nameof(Countdown))!,
        CaptureContract);

    private static int s_last;

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

    /// <summary>What its compiled code's answers are known by, among the probes that stand at a site within a moment.</summary>
    public int Number { get; } = Interlocked.Increment(ref s_last);

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

    /// <summary>Whether compiled code has answered so for this probe: it may have been another's.</summary>
    public bool HasAnswered(SiteOutcome answer, SiteOutcome outcome) => answer == SiteAnswer.Of(outcome, Number);

    /// <summary>Whether there is something to do of a hit that compiled code has left with an answer, of whichever probe.</summary>
    public bool IsLeft(SiteOutcome answer)
    {
        if (_measuringThread == Environment.CurrentManagedThreadId)
            return false;
        if (HasAnswered(answer, SiteOutcome.NeedsContext))
            _tierUp!.Miss();
        return true;
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
