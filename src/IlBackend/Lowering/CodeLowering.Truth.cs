using System.Reflection.Emit;
using HogTrace.IlBackend.Emit;
using HogTrace.IlBackend.Typing;
using HogTrace.Runtime;

namespace HogTrace.IlBackend.Lowering;

/// <summary>Truth, and what branches on it.</summary>
internal abstract partial class CodeLowering
{
    private bool TruthOf(Operation operation)
    {
        var a = Read(operation.A);
        if (!HasKnownTruth(ref a))
            return false;
        PushTruth(a);
        if (operation.Code == OperationCode.Not)
            Il.Not();
        StoreBool(operation);
        return true;
    }

    private bool Both(Operation operation)
    {
        // Guards need an empty stack, and reading may put one in place.
        var (a, b) = (Read(operation.A), Read(operation.B));
        if (!HasKnownTruth(ref a) || !HasKnownTruth(ref b))
            return false;
        PushTruth(a);
        PushTruth(b);
        if (operation.Code == OperationCode.And)
            Il.And();
        else
            Il.Or();
        StoreBool(operation);
        return true;
    }

    private bool JumpOn(Operation operation)
    {
        var a = Read(operation.A);
        if (!HasKnownTruth(ref a))
            return false;
        PushTruth(a);
        JumpOnStack(operation);
        return true;
    }

    /// <summary>Jumps, or not, as the truth on the stack says.</summary>
    protected void JumpOnStack(Operation operation)
    {
        var target = Leave(operation.Target);
        bool isFalse = operation.Code == OperationCode.JumpIfFalse;
        if (Takes(operation.Skipped, operation.Target))
        {
            var stays = Il.Label();
            JumpIf(!isFalse, stays);
            Take(operation.Skipped, operation.Target);
            Il.Jump(target);
            Il.Mark(stays);
        }
        else
        {
            JumpIf(isFalse, target);
        }
    }

    private void JumpIf(bool isFalse, Label target)
    {
        if (isFalse)
            Il.JumpIfFalse(target);
        else
            Il.JumpIfTrue(target);
    }

    private void Jump(Operation operation)
    {
        var target = Leave(operation.Target);
        Take(operation.Skipped, operation.Target);
        Il.Jump(target);
    }

    /// <summary>
    /// Whether the truth of a value can be pushed: an object's may depend on its count, which may be the host's to give.
    /// What is unknown is expected to be a Bool, where code can't ask Runtime.
    /// </summary>
    private bool HasKnownTruth(ref Source a)
    {
        if (!HasRegisters)
            a = Expect(a, StaticKind.Bool);
        return a.Kind is not (StaticKind.Unknown or StaticKind.Object);
    }

    /// <summary>Pushes 0 or 1.</summary>
    private void PushTruth(Source a)
    {
        switch (a.Kind)
        {
            case StaticKind.None:
                Il.Int32(0);
                break;
            case StaticKind.Bool:
                Push(a);
                break;
            case StaticKind.Int:
                Push(a);
                Il.Int64(0);
                Il.AreEqual();
                Il.Not();
                break;
            case StaticKind.Float:
                PushIsNotZero(a);
                break;
            default:
                Push(a);
                Il.Call(KnownMethods.StringIsNullOrEmpty);
                Il.Not();
                break;
        }
    }

    // Less or greater, so that NaN is false.
    private void PushIsNotZero(Source a)
    {
        Push(a);
        Il.Double(0);
        Il.IsLess();
        Push(a);
        Il.Double(0);
        Il.IsGreater();
        Il.Or();
    }
}
