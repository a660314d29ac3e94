using HogTrace.Runtime;

namespace HogTrace.Interpreter;

/// <summary>A probe as the interpreter runs it, for one frame shape. Thread safe.</summary>
internal sealed class InterpretedProbe
{
    private readonly InterpretedCode? _predicate;
    private readonly InterpretedCode _body;

    public InterpretedProbe(TranslatedCode? predicate, TranslatedCode body)
    {
        _predicate = predicate is null ? null : new InterpretedCode(predicate);
        _body = new InterpretedCode(body);
    }

    /// <summary>Runs predicate and body over registers that hold the inputs.</summary>
    public RunOutcome Run(ref Value registers, ref RunContext run)
    {
        if (_predicate is not null)
        {
            var outcome = CodeInterpreter.Run(_predicate, ref registers, ref run);
            if (outcome != CodeOutcome.True)
                return outcome == CodeOutcome.False ? RunOutcome.PredicateFalse : PredicateFault(ref run);
        }

        return CodeInterpreter.Run(_body, ref registers, ref run) == CodeOutcome.True ? RunOutcome.Fired : RunOutcome.Faulted;
    }

    private static RunOutcome PredicateFault(ref RunContext run)
    {
        run.FaultInPredicate = true;
        return RunOutcome.Faulted;
    }
}
