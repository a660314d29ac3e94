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

    // With the registers that the interpreter will read and that aren't in the register file.
    private sealed record Exit(Label Label, ExitKind Kind, int Operation, List<(int Register, RegisterState State)>? Unstored);

    private void Write(Exit exit)
    {
        if (Il.IsListed)
            Il.Begin(new IlBlock(IlBlockKind.Exit, Code.Operations[exit.Operation].Instruction, PurposeOf(exit.Kind)));
        Il.Mark(exit.Label);
        if (exit.Kind == ExitKind.Repeat)
        {
            Il.Argument(RunArgument);
            Il.Load(TouchedBefore);
            Il.Store(RunFields.Touched);
        }

        foreach (var (register, state) in exit.Unstored ?? [])
            WriteStore(register, state);

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
        if (Il.IsListed)
            Il.Begin(new IlBlock(IlBlockKind.Exit, -1, "an operation has faulted"));
        Il.Mark(fault);
        Il.Argument(RunArgument);
        Il.Argument(RunArgument);
        Il.Load(RunFields.Executed);
        Il.Load(_fuel.Bias);
        Il.Subtract();
        Il.Store(RunFields.FaultInstruction);
        WriteReturn(CompiledOutcome.Faulted);
    }

    private static string PurposeOf(ExitKind kind) => kind switch
    {
        ExitKind.Deoptimize => "its guard has failed: the interpreter goes on with it",
        ExitKind.Repeat => "fuel may run out: the interpreter does it again",
        _ => "fuel may run out: the interpreter goes on with it",
    };

    private void WriteReturn(CompiledOutcome outcome)
    {
        Il.Int32((int)outcome);
        Il.Return();
    }

    private Label Fault => _fault ??= Il.Label();

    private LocalBuilder TouchedBefore => field ??= Il.Local(typeof(int));

    private Label NewExit(ExitKind kind, int operation) => NewExit(kind, operation, kind == ExitKind.Suspend ? States : _before);

    private Label NewExit(ExitKind kind, int operation, RegisterState[] states)
    {
        // Into nowhere there are no exits.
        if (_plan is null)
            return default;
        List<(int, RegisterState)>? unstored = null;
        for (int i = 0; i < states.Length; i++)
        {
            if (!states[i].IsStored && _live.IsLive(operation, i))
                (unstored ??= []).Add((i, states[i]));
        }

        var label = Il.Label();
        _exits.Add(new Exit(label, kind, operation, unstored));
        return label;
    }
}
