using System.Runtime.CompilerServices;
using HogTrace.Runtime;

namespace HogTrace.Interpreter;

/// <summary>A probe as the interpreter runs it, for one frame shape. Thread safe.</summary>
internal sealed class InterpretedProbe
{
    // Quick tries that may fail before the probe does without them: by then every step that can turn quick has.
    private const int QuickMissesAllowed = 64;

    private readonly InterpretedCode? _predicate;
    private int _quickMisses;
    private readonly InterpretedCode _body;

    static InterpretedProbe() => CodeInterpreter.Prepare();

    public InterpretedProbe(TranslatedCode? predicate, TranslatedCode body)
    {
        _predicate = predicate is null ? null : new InterpretedCode(predicate);
        _body = new InterpretedCode(body);
    }

    /// <summary>The predicate's steps, when it can be tried quickly under this budget; else null.</summary>
    public Step[]? QuickSteps(int budget) => _predicate is not null && _predicate.MaxCost <= budget ? _predicate.Steps : null;

    /// <summary>A quick try has failed; whether to go on trying. Counted without a lock: when exactly it ends doesn't matter.</summary>
    public bool MissQuick() => ++_quickMisses <= QuickMissesAllowed;

    /// <summary>Runs predicate and body over registers that hold the inputs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public RunOutcome Run(ref Value registers, ref RunContext run)
    {
        if (_predicate is not null)
        {
            var outcome = CodeInterpreter.Run(_predicate, ref registers, ref run);
            if (outcome != CodeOutcome.True)
                return outcome == CodeOutcome.False ? RunOutcome.PredicateFalse : PredicateFault(ref run);
        }

        return RunBody(ref registers, ref run);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private RunOutcome RunBody(ref Value registers, ref RunContext run) =>
        CodeInterpreter.Run(_body, ref registers, ref run) == CodeOutcome.True ? RunOutcome.Fired : RunOutcome.Faulted;

    private static RunOutcome PredicateFault(ref RunContext run)
    {
        run.FaultInPredicate = true;
        return RunOutcome.Faulted;
    }
}
