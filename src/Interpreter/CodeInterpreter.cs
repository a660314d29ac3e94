using System.Runtime.CompilerServices;
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
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static CodeOutcome Run(InterpretedCode code, ref Value registers, ref RunContext run)
    {
        int bias = run.Executed + 1;
        run.Slack = run.Budget - run.Executed - code.MaxCost;
        var outcome = run.Touched <= run.Slack
            ? Loop<Unmetered>(code.Steps, ref registers, ref run, 0, bias)
            : Start(ref run, bias);
        return outcome != CodeOutcome.MustMeter ? outcome : Resume(code, ref registers, ref run);
    }

    /// <summary>
    /// Tries a predicate whose longest path fits the budget without a context. False, True, or
    /// <see cref="CodeOutcome.NeedsContext"/>; temporaries aside, nothing has happened.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static CodeOutcome TryQuick(Step[] steps, ref Value registers) =>
        Loop<Quick>(steps, ref registers, ref Unsafe.NullRef<RunContext>(), 0, 0);

    /// <summary>
    /// Has the loops compiled, which are optimised from the first and take their time: better where a probe is installed
    /// than in the host's call that first hits one. The metered loop is left to the first run that comes to it.
    /// </summary>
    public static void Prepare()
    {
        Step[] steps = [new Step { Code = StepCode.ReturnPredicate }];
        Value register = Value.False;
        RunContext run = default;
        Loop<Quick>(steps, ref register, ref Unsafe.NullRef<RunContext>(), 0, 0);
        Loop<Unmetered>(steps, ref register, ref run, 0, 0);
    }

    private static CodeOutcome Start(ref RunContext run, int bias)
    {
        run.ResumeAt = 0;
        run.ResumeBias = bias;
        return CodeOutcome.MustMeter;
    }

    /// <summary>
    /// Goes on with a run at the step <see cref="RunContext.ResumeAt"/>, to its end. <see cref="RunContext.ResumeBias"/>
    /// and an operation's instruction add up to the instructions executed, that one included;
    /// <see cref="RunContext.Slack"/> is what <see cref="Run"/> makes it before the code begins.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static CodeOutcome Resume(InterpretedCode code, ref Value registers, ref RunContext run)
    {
        if (run.Touched <= run.Slack)
        {
            var outcome = Loop<Unmetered>(code.Steps, ref registers, ref run, run.ResumeAt, run.ResumeBias);
            if (outcome != CodeOutcome.MustMeter)
                return outcome;
        }

        return Loop<Metered>(code.Steps, ref registers, ref run, run.ResumeAt, run.ResumeBias);
    }
}
