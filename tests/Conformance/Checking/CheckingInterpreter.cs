using HogTrace.Bytecode;
using HogTrace.Runtime;

namespace HogTrace.Tests.Conformance.Checking;

/// <summary>
/// Runs verified stack code one instruction at a time, as slowly and plainly as can be. It defines the shape of the
/// stack and what an instruction is charged; what operations mean is Runtime's, as it is for the tiers.
/// </summary>
internal static class CheckingInterpreter
{
    public static RunOutcome Run(
        TranslationContext context, VerifiedProbe probe, FrameShape shape, Value[] inputs, ref RunContext run)
    {
        if (probe.Predicate is not null)
        {
            var predicate = new CheckedCode(context, probe.Predicate, shape, inputs);
            if (!TryRun(predicate, ref run))
            {
                run.FaultInPredicate = true;
                return RunOutcome.Faulted;
            }

            Value result = predicate.Stack.Pop();
            Assert.Equal(0, predicate.Stack.Depth);
            if (!(result.TryGetBool(out bool passes) && passes))
                return RunOutcome.PredicateFalse;
        }

        var body = new CheckedCode(context, probe.Body, shape, inputs);
        return TryRun(body, ref run) ? RunOutcome.Fired : RunOutcome.Faulted;
    }

    private static bool TryRun(CheckedCode code, ref RunContext run)
    {
        int at = 0;
        while (at < code.Verified.Instructions.Length)
        {
            Assert.Equal(code.Verified.Depths[at], code.Stack.Depth);
            run.Executed++;
            if (run.FuelLeft <= 0 && run.Executed + run.Touched > run.Budget)
            {
                run.FaultInstruction = at;
                run.FailBudget();
                return false;
            }

            if (CheckedInstructions.Run(code, at, ref run, out int next) != FaultKind.None)
            {
                run.FaultInstruction = at;
                return false;
            }

            Assert.True(next > at && next <= code.Verified.Instructions.Length, "control goes forward only");
            at = next;
        }

        return true;
    }
}
