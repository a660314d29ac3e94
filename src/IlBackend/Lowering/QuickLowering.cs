using System.Reflection.Emit;
using HogTrace.IlBackend.Capturing;
using HogTrace.IlBackend.Emit;
using HogTrace.IlBackend.Inputs;
using HogTrace.Runtime;

namespace HogTrace.IlBackend.Lowering;

/// <summary>
/// Writes a predicate, or a body that is a simple capture, as code without a run context: only what can't fault, is charged nothing beyond its
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

    /// <summary>What writes the capture that a body ends with; null where there is none to write.</summary>
    public CaptureWriter? Captures { get; init; }

    protected override bool TryLowerGeneric(Operation operation) =>
        operation.Code == OperationCode.Capture && Captures is not null && TryCapture(operation, Captures);

    protected override bool Takes(int skipped, int target) => fuel is not null && skipped > 0;

    protected override void Take(int skipped, int target) => fuel?.Skip(skipped);

    // A body ends with its capture.
    protected override void End(Operation operation)
    {
        if (!Code.IsPredicate)
            return;
        Count(operation);
        Il.JumpIfTrue(ends.True);
        Il.Jump(ends.False);
    }

    protected override void EndFalse(Operation operation)
    {
        Count(operation);
        Il.Jump(ends.False);
    }

    private bool TryCapture(Operation operation, CaptureWriter captures)
    {
        var values = new CapturedOperand[operation.Count];
        for (int i = 0; i < values.Length; i++)
        {
            var source = Read(Operand.Register(operation.A.Index + i));
            values[i] = new CapturedOperand(source.Value, () => Push(source));
        }

        return captures.TryWrite(values);
    }

    private void Count(Operation operation)
    {
        if (fuel is null)
            return;
        fuel.Push(operation.Instruction);
        Il.Store(fuel.Bias);
    }
}
