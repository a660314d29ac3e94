using HogTrace.IlBackend.Emit;
using HogTrace.IlBackend.Typing;
using HogTrace.Runtime;

namespace HogTrace.IlBackend.Lowering;

/// <summary>Operations as Runtime defines them, over the register file.</summary>
internal sealed partial class FullLowering
{
    protected override bool TryLowerGeneric(Operation operation)
    {
        switch (operation.Code)
        {
            case OperationCode.LoadConst or OperationCode.Move:
                Move(operation);
                return true;
            case >= OperationCode.Eq and <= OperationCode.Ge:
                Compare(operation);
                return true;
            case OperationCode.And or OperationCode.Or:
                PushTruth(operation.A);
                PushTruth(operation.B);
                if (operation.Code == OperationCode.And)
                    Il.And();
                else
                    Il.Or();
                Store(operation, StaticValue.Bool);
                return true;
            case OperationCode.Not or OperationCode.Truth:
                PushTruth(operation.A);
                if (operation.Code == OperationCode.Not)
                    Il.Not();
                Store(operation, StaticValue.Bool);
                return true;
            case OperationCode.JumpIfFalse or OperationCode.JumpIfTrue:
                PushTruth(operation.A);
                JumpOnStack(operation);
                return true;
            default:
                return TryCall(operation);
        }
    }

    // A value of unknown kind that has been computed, and isn't an input's.
    private void Move(Operation operation)
    {
        PushRegister(operation.Destination);
        PushValue(operation.A);
        Il.LoadObject(typeof(Value));
        Il.StoreObject(typeof(Value));
        States[operation.Destination] = RegisterState.Stored(default);
    }

    private void Compare(Operation operation)
    {
        EnsureStored(operation.A);
        EnsureStored(operation.B);
        Il.Argument(RunArgument);
        Il.Load(RunFields.Touched);
        Il.Store(TouchedBefore);
        WriteExecuted(operation.Instruction);
        PushValue(operation.A);
        PushValue(operation.B);
        Il.Argument(RunArgument);
        var result = Local(operation.Destination, StaticKind.Bool);
        Il.LoadAddress(result);
        Il.Call(KnownMethods.Comparison(operation.Code));
        Il.JumpIfTrue(Fault);
        // Only two strings are charged for, so that the result has not taken an operand's local.
        WriteSuspension(ExitKind.Repeat, Current);
        States[operation.Destination] = RegisterState.Loaded(StaticValue.Bool);
    }

    /// <summary>Leaves the code when what was touched doesn't leave room for its longest path.</summary>
    private void WriteSuspension(ExitKind kind, int operation)
    {
        Il.Argument(RunArgument);
        Il.Load(RunFields.Touched);
        Il.Argument(RunArgument);
        Il.Load(RunFields.Slack);
        Il.JumpIfGreater(NewExit(kind, operation));
    }

    /// <summary>Pushes whether a value is true.</summary>
    private void PushTruth(Operand operand)
    {
        EnsureStored(operand);
        PushValue(operand);
        Il.Call(KnownMethods.IsTrue);
    }

    private void EnsureStored(Operand operand)
    {
        if (!operand.IsConstant)
            EnsureStored(operand.Index);
    }

    /// <summary>Pushes a reference to a value, which is in the register file or a constant.</summary>
    private void PushValue(Operand operand)
    {
        if (!operand.IsConstant)
        {
            PushRegister(operand.Index);
            return;
        }

        Il.Argument(0);
        Il.Load(KnownFields.Constants);
        Il.Int32(operand.Index);
        Il.ElementAddress(typeof(Value));
    }

    private void PushObject(object value)
    {
        int index = Array.IndexOf(_data.Objects, value);
        if (index < 0)
        {
            index = _data.Objects.Length;
            _data.Objects = [.. _data.Objects, value];
        }

        Il.Argument(0);
        Il.Load(KnownFields.Objects);
        Il.Int32(index);
        Il.ElementReference();
    }
}
