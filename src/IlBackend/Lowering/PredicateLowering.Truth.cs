using HogTrace.IlBackend.Emit;
using HogTrace.IlBackend.Typing;
using HogTrace.Runtime;

namespace HogTrace.IlBackend.Lowering;

/// <summary>Truth, and what branches on it.</summary>
internal sealed partial class PredicateLowering
{
    private bool TruthOf(Operation operation)
    {
        if (!TryPushTruth(Read(operation.A)))
            return false;
        if (operation.Code == OperationCode.Not)
            _il.Not();
        StoreBool(operation);
        return true;
    }

    private bool Both(Operation operation)
    {
        // Guards need an empty stack, and reading may put one in place.
        var (a, b) = (Read(operation.A), Read(operation.B));
        if (!TryPushTruth(a) || !TryPushTruth(b))
            return false;
        if (operation.Code == OperationCode.And)
            _il.And();
        else
            _il.Or();
        StoreBool(operation);
        return true;
    }

    private bool JumpOn(Operation operation)
    {
        if (!TryPushTruth(Read(operation.A)))
            return false;
        var target = Leave(operation.Target);
        if (operation.Code == OperationCode.JumpIfFalse)
            _il.JumpIfFalse(target);
        else
            _il.JumpIfTrue(target);
        return true;
    }

    /// <summary>Pushes 0 or 1. An object's truth may depend on its count, which may be the host's to give.</summary>
    private bool TryPushTruth(Source a)
    {
        switch (a.Kind)
        {
            case StaticKind.None:
                _il.Int32(0);
                return true;
            case StaticKind.Bool:
                Push(a);
                return true;
            case StaticKind.Int:
                Push(a);
                _il.Int64(0);
                _il.AreEqual();
                _il.Not();
                return true;
            case StaticKind.Float:
                PushIsNotZero(a);
                return true;
            case StaticKind.String:
                Push(a);
                _il.Call(KnownMethods.StringIsNullOrEmpty);
                _il.Not();
                return true;
            default:
                return false;
        }
    }

    // Less or greater, so that NaN is false.
    private void PushIsNotZero(Source a)
    {
        Push(a);
        _il.Double(0);
        _il.IsLess();
        Push(a);
        _il.Double(0);
        _il.IsGreater();
        _il.Or();
    }
}
