using System.Runtime.CompilerServices;
using HogTrace.IlBackend;
using HogTrace.Interpreter;
using HogTrace.Runtime;

namespace HogTrace.Execution;

/// <summary>A probe as an engine runs it, for one frame shape. Thread safe.</summary>
internal sealed class TieredProbe
{
    // Quick tries that may fail before the probe does without them: by then every step that can turn quick has.
    private const int QuickMissesAllowed = 64;

    private readonly TieredCode? _predicate;
    private readonly TieredCode _body;
    private int _quickMisses;

    static TieredProbe() => CodeInterpreter.Prepare();

    public TieredProbe(TranslatedCode? predicate, TranslatedCode body, TierSettings settings)
    {
        _predicate = predicate is null ? null : new TieredCode(predicate, settings);
        _body = new TieredCode(body, settings);
    }

    public TieredCode? Predicate => _predicate;

    public TieredCode Body => _body;

    /// <summary>Whether what a run begins with is compiled code now.</summary>
    public bool IsCompiled => (_predicate ?? _body).IsCompiled;

    /// <summary>The predicate's steps, when it can be tried quickly under this budget; else null.</summary>
    public Step[]? QuickSteps(int budget) =>
        _predicate is not null && _predicate.Interpreted.MaxCost <= budget ? _predicate.Interpreted.Steps : null;

    /// <summary>A quick try has failed; whether to go on trying. Counted without a lock: when exactly it ends doesn't matter.</summary>
    public bool MissQuick() => ++_quickMisses <= QuickMissesAllowed;

    /// <summary>
    /// Tries the compiled predicate without a run context; the caller has made sure that the fuel is the engine's budget.
    /// </summary>
    /// <param name="registers">Hold the inputs; none is written.</param>
    /// <param name="executed">Instructions executed, when the answer is False.</param>
    /// <returns>False; True or NeedsContext otherwise, and nothing has happened.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public CompiledOutcome TryQuick(ref Value registers, out int executed)
    {
        executed = 0;
        if (_predicate?.Quick is not { } quick)
            return CompiledOutcome.NeedsContext;
        int result = quick(ref registers);
        executed = QuickResult.ExecutedOf(result);
        var outcome = QuickResult.OutcomeOf(result);
        if (outcome == CompiledOutcome.NeedsContext)
            _predicate.MissQuick();
        return outcome;
    }

    /// <summary>Runs predicate and body over registers that hold the inputs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public RunOutcome Run(ref Value registers, ref RunContext run)
    {
        if (_predicate is not null)
        {
            var outcome = _predicate.Run(ref registers, ref run);
            if (outcome != CodeOutcome.True)
                return outcome == CodeOutcome.False ? RunOutcome.PredicateFalse : PredicateFault(ref run);
        }

        return RunBody(ref registers, ref run);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private RunOutcome RunBody(ref Value registers, ref RunContext run) =>
        _body.Run(ref registers, ref run) == CodeOutcome.True ? RunOutcome.Fired : RunOutcome.Faulted;

    private static RunOutcome PredicateFault(ref RunContext run)
    {
        run.FaultInPredicate = true;
        return RunOutcome.Faulted;
    }
}
