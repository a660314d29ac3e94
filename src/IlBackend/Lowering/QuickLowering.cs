using System.Reflection.Emit;
using HogTrace.IlBackend.Emit;
using HogTrace.IlBackend.Inputs;
using HogTrace.Runtime;

namespace HogTrace.IlBackend.Lowering;

/// <summary>
/// Writes a predicate as code without a run context: only what can't fault, is charged nothing beyond its
/// instructions, and never calls the host. Everything else is a guard in front, and when one fails nothing has happened.
/// </summary>
/// <param name="task">The predicate.</param>
/// <param name="inputs">Where its inputs are.</param>
/// <param name="il">What is written to.</param>
/// <param name="ends">Where the code goes when it is decided: jumps there leave nothing on the stack.</param>
/// <param name="fuel">Counts the instructions; null when nobody asks for their number.</param>
internal sealed class QuickLowering(LoweringTask task, CodeInputs inputs, IlWriter il, PredicateEnds ends, FuelCount? fuel = null)
    : CodeLowering(task, inputs, il)
{
    protected override Label Deoptimize => ends.NeedsContext;

    protected override bool HasRegisters => false;

    protected override bool TryLowerGeneric(Operation operation) => false;

    protected override bool Takes(int skipped, int target) => fuel is not null && skipped > 0;

    protected override void Take(int skipped, int target) => fuel?.Skip(skipped);

    protected override void End(Operation operation)
    {
        Count(operation);
        Il.JumpIfTrue(ends.True);
        Il.Jump(ends.False);
    }

    protected override void EndFalse(Operation operation)
    {
        Count(operation);
        Il.Jump(ends.False);
    }

    private void Count(Operation operation)
    {
        if (fuel is null)
            return;
        fuel.Push(operation.Instruction);
        Il.Store(fuel.Bias);
    }
}
