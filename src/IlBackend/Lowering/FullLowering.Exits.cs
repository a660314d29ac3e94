using System.Reflection.Emit;
using HogTrace.IlBackend.Emit;
using HogTrace.IlBackend.Typing;

namespace HogTrace.IlBackend.Lowering;

/// <summary>Ways out of the code before its end; written after it, where they are in nobody's way.</summary>
internal sealed partial class FullLowering
{
    private enum ExitKind
    {
        /// <summary>The operation isn't done: its guard has failed.</summary>
        Deoptimize,

        /// <summary>A comparison was charged for more than there is room for: it is done again, its charge taken back. The jump on it is nowhere to go on at.</summary>
        Repeat,

        /// <summary>Everything before the operation is done, and so much was touched that the rest has to be metered.</summary>
        Suspend,
    }

    private sealed record Exit(Label Label, ExitKind Kind, int Operation, RegisterState[] States);

    private void Write(Exit exit)
    {
        Il.Mark(exit.Label);
        if (exit.Kind == ExitKind.Repeat)
        {
            Il.Argument(RunArgument);
            Il.Load(TouchedBefore);
            Il.Store(RunFields.Touched);
        }

        for (int i = 0; i < exit.States.Length; i++)
        {
            if (!exit.States[i].IsStored && _live.IsLive(exit.Operation, i))
                WriteStore(i, exit.States[i]);
        }

        Il.Argument(RunArgument);
        Il.Int32(exit.Operation);
        Il.Store(RunFields.ResumeAt);
        Il.Argument(RunArgument);
        Il.Load(_fuel.Bias);
        Il.Store(RunFields.ResumeBias);
        WriteReturn(exit.Kind == ExitKind.Deoptimize ? CompiledOutcome.NeedsContext : CompiledOutcome.Suspended);
    }

    // One for all operations: before each that can fault, the number executed is written, and tells which it is.
    private void WriteFault()
    {
        if (_fault is not { } fault)
            return;
        Il.Mark(fault);
        Il.Argument(RunArgument);
        Il.Argument(RunArgument);
        Il.Load(RunFields.Executed);
        Il.Load(_fuel.Bias);
        Il.Subtract();
        Il.Store(RunFields.FaultInstruction);
        WriteReturn(CompiledOutcome.Faulted);
    }

    private void WriteReturn(CompiledOutcome outcome)
    {
        Il.Int32((int)outcome);
        Il.Return();
    }

    private Label Fault => _fault ??= Il.Label();

    private LocalBuilder TouchedBefore => field ??= Il.Local(typeof(int));

    private Label NewExit(ExitKind kind, int operation)
    {
        var exit = new Exit(Il.Label(), kind, operation, kind == ExitKind.Suspend ? [.. States] : _before);
        _exits.Add(exit);
        return exit.Label;
    }
}
