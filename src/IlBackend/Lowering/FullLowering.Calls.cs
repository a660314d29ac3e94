using HogTrace.IlBackend.Emit;
using HogTrace.IlBackend.Typing;
using HogTrace.Runtime;

namespace HogTrace.IlBackend.Lowering;

/// <summary>Operations that can fault: a call, a look at the fault, and one at the fuel.</summary>
internal sealed partial class FullLowering
{
    private bool TryCall(Operation operation)
    {
        StoreOperands(operation);
        WriteExecuted(operation.Instruction);
        if (operation.Code == OperationCode.Fail)
        {
            Fail(operation);
            return true;
        }

        if (!TryPushFault(operation))
            return false;
        Il.JumpIfTrue(Fault);
        if (operation.Destination >= 0)
            States[operation.Destination] = RegisterState.Stored(default);
        WriteSuspension(ExitKind.Suspend, Current + 1);
        return true;
    }

    private void StoreOperands(Operation operation)
    {
        switch (operation.Code)
        {
            case OperationCode.Call or OperationCode.Capture:
                StoreRange(operation.A.Index, operation.Count);
                break;
            case OperationCode.GetSlice:
                StoreRange(operation.A.Index, 1 + int.PopCount(operation.Count));
                break;
            case OperationCode.LoadName or OperationCode.LoadArgs or OperationCode.LoadKwargs or OperationCode.LoadLocals
                or OperationCode.LoadGlobals or OperationCode.GetStore or OperationCode.Fail:
                break;
            case OperationCode.Neg or OperationCode.GetAttr or OperationCode.TouchString or OperationCode.SetStore:
                EnsureStored(operation.A);
                break;
            default:
                EnsureStored(operation.A);
                EnsureStored(operation.B);
                break;
        }
    }

    private void StoreRange(int first, int count)
    {
        for (int i = first; i < first + count; i++)
            EnsureStored(i);
    }

    private void Fail(Operation operation)
    {
        Il.Argument(RunArgument);
        Il.Int32((int)operation.Fault);
        Il.Text(operation.Name);
        Il.Call(KnownMethods.Fail);
        Il.JumpIfTrue(Fault);
        WriteReturn(CompiledOutcome.Faulted);
    }

    /// <summary>Calls the definition of an operation, whose result goes to its destination, and pushes the fault.</summary>
    private bool TryPushFault(Operation operation)
    {
        switch (operation.Code)
        {
            case >= OperationCode.Add and <= OperationCode.Mod or OperationCode.GetItem:
                PushValue(operation.A);
                PushValue(operation.B);
                break;
            case OperationCode.Neg:
                PushValue(operation.A);
                break;
            case OperationCode.GetAttr:
                PushValue(operation.A);
                Il.Text(operation.Name);
                break;
            case OperationCode.LoadName:
                Il.Text(operation.Name);
                break;
            case OperationCode.LoadArgs:
                PushObject(Code);
                PushRegister(0);
                break;
            case OperationCode.LoadKwargs or OperationCode.LoadLocals:
                PushObject(Code.Shape);
                PushRegister(0);
                break;
            case OperationCode.LoadGlobals:
                break;
            default:
                return TryPushFaultWithoutResult(operation);
        }

        Il.Argument(RunArgument);
        PushRegister(operation.Destination);
        Il.Call(KnownMethods.Definition(operation.Code));
        return true;
    }

    private bool TryPushFaultWithoutResult(Operation operation)
    {
        switch (operation.Code)
        {
            case OperationCode.GetStore:
                Il.Argument(RunArgument);
                Il.Text(operation.Name);
                PushRegister(operation.Destination);
                break;
            case OperationCode.SetStore:
                Il.Argument(RunArgument);
                Il.Text(operation.Name);
                PushValue(operation.A);
                break;
            case OperationCode.TouchString:
                PushValue(operation.A);
                Il.Argument(RunArgument);
                break;
            case OperationCode.Capture:
                PushObject(operation.CaptureSite!);
                PushRegister(operation.A.Index);
                Il.Argument(RunArgument);
                break;
            case OperationCode.Call:
                Il.Int32((int)operation.Function);
                PushRegister(operation.A.Index);
                Il.Int32(operation.Count);
                Il.Argument(RunArgument);
                break;
            case OperationCode.GetSlice:
                PushRegister(operation.A.Index);
                Il.Int32(operation.Count);
                Il.Argument(RunArgument);
                break;
            default:
                return false;
        }

        Il.Call(KnownMethods.Definition(operation.Code));
        return true;
    }
}
