using HogTrace.IlBackend.Emit;
using HogTrace.IlBackend.Typing;
using HogTrace.Runtime;

namespace HogTrace.IlBackend.Lowering;

/// <summary>Equality and order.</summary>
internal sealed partial class PredicateLowering
{
    private bool Equality(Operation operation)
    {
        var (a, b) = (Read(operation.A), Read(operation.B));
        if (!TryPushEqual(a, b))
            return false;
        if (operation.Code == OperationCode.Ne)
            _il.Not();
        StoreBool(operation);
        return true;
    }

    private bool TryPushEqual(Source a, Source b)
    {
        if (a.Kind == StaticKind.Unknown || b.Kind == StaticKind.Unknown)
            return false;
        if (a.Kind == StaticKind.None || b.Kind == StaticKind.None)
            PushIsNone(a.Kind == StaticKind.None ? b : a);
        else if (a.Value.IsNumber && b.Value.IsNumber)
            PushNumbers(OperationCode.Eq, a, b);
        // Whether two objects are equal depends on what they are; and an absent one equals an absent string.
        else if (a.Kind == StaticKind.Object || b.Kind == StaticKind.Object)
            return false;
        else
            PushSame(a, b);
        return true;
    }

    /// <summary>Pushes whether a value is None, which no scalar is.</summary>
    private void PushIsNone(Source a)
    {
        switch (a.Kind)
        {
            case StaticKind.None:
                _il.Int32(1);
                break;
            case StaticKind.String or StaticKind.Object:
                Push(a);
                _il.Null();
                _il.AreEqual();
                break;
            default:
                _il.Int32(0);
                break;
        }
    }

    /// <summary>Bools and Strings, each equal to its own kind only.</summary>
    private void PushSame(Source a, Source b)
    {
        if (a.Kind != b.Kind)
        {
            _il.Int32(0);
            return;
        }

        if (a.Kind == StaticKind.String && !a.Value.IsShort && !b.Value.IsShort)
            GuardUncharged(a, b);
        Push(a);
        Push(b);
        if (a.Kind == StaticKind.String)
            _il.Call(KnownMethods.StringEquals);
        else
            _il.AreEqual();
    }

    /// <summary>Keeps out two long strings of one length, which have to be looked at, and that is charged.</summary>
    private void GuardUncharged(Source a, Source b)
    {
        var isUncharged = _il.Label();
        Push(a);
        _il.JumpIfFalse(isUncharged);
        Push(b);
        _il.JumpIfFalse(isUncharged);
        PushLength(a);
        PushLength(b);
        _il.JumpIfNotEqual(isUncharged);
        PushLength(a);
        _il.Int32(Bytecode.Limits.StringUnitsPerFuel);
        _il.JumpIfLess(isUncharged);
        Push(a);
        Push(b);
        _il.JumpIfNotEqual(NeedsContext);
        _il.Mark(isUncharged);
    }

    private bool Order(Operation operation)
    {
        var (a, b) = (Read(operation.A), Read(operation.B));
        if (!a.Value.IsNumber || !b.Value.IsNumber)
            return false;
        PushNumbers(operation.Code, a, b);
        StoreBool(operation);
        return true;
    }

    /// <summary>
    /// Pushes a comparison of numbers by their exact values. With a Float, an Int is compared as one, for as long as a
    /// Float holds it exactly.
    /// </summary>
    private void PushNumbers(OperationCode code, Source a, Source b)
    {
        if (a.Kind == StaticKind.Int && b.Kind == StaticKind.Int)
        {
            Push(a);
            Push(b);
            Compare(code, areFloats: false);
            return;
        }

        GuardExactInDouble(a);
        GuardExactInDouble(b);
        PushDouble(a);
        PushDouble(b);
        Compare(code, areFloats: true);
    }

    private void GuardExactInDouble(Source number)
    {
        const long limit = 1L << 53;
        if (number.Kind != StaticKind.Int || number.Range.FitsDouble)
            return;
        Push(number);
        _il.Int64(limit);
        _il.Add();
        _il.Int64(2 * limit);
        _il.JumpIfUnsignedGreater(NeedsContext);
    }

    // NaN compares false: "not greater" has to mean greater or not ordered.
    private void Compare(OperationCode code, bool areFloats)
    {
        switch (code)
        {
            case OperationCode.Eq:
                _il.AreEqual();
                break;
            case OperationCode.Lt:
                _il.IsLess();
                break;
            case OperationCode.Gt:
                _il.IsGreater();
                break;
            case OperationCode.Le:
                if (areFloats)
                    _il.IsGreaterOrUnordered();
                else
                    _il.IsGreater();
                _il.Not();
                break;
            default:
                if (areFloats)
                    _il.IsLessOrUnordered();
                else
                    _il.IsLess();
                _il.Not();
                break;
        }
    }
}
