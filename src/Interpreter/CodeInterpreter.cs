using HogTrace.Runtime;

namespace HogTrace.Interpreter;

/// <summary>
/// Runs interpreted code over registers that the caller has filled with the inputs. Nothing is allocated but what the
/// program's own operations make.
/// </summary>
/// <remarks>
/// Fuel costs nothing on straight lines: the number of instructions executed is the index of the present one plus a
/// bias, and only a taken jump changes the bias. Jumps go forward only, so the longest path is known; as long as it
/// fits, no step looks at the budget. An operation that touches data can use that room up; then the metered loop goes on.
/// </remarks>
internal static partial class CodeInterpreter
{
    /// <summary>Runs a code block; the run's counters go on from where they are.</summary>
    public static CodeOutcome Run(InterpretedCode code, ref Value registers, ref RunContext run)
    {
        var position = new Position { Bias = run.Executed + 1 };
        int slack = run.Budget - run.Executed - code.MaxCost;
        if (run.Touched <= slack)
        {
            var outcome = Loop<Unmetered>(code, ref registers, ref run, ref position, slack);
            if (outcome != CodeOutcome.MustMeter)
                return outcome;
        }

        return Loop<Metered>(code, ref registers, ref run, ref position, slack);
    }

    /// <summary>Where a loop goes on.</summary>
    private struct Position
    {
        public int Step;

        /// <summary>Executed instructions at a step are its instruction's index plus this.</summary>
        public int Bias;
    }
}
