using HogTrace.IlBackend.Emit;
using HogTrace.IlBackend.Typing;
using HogTrace.Runtime;

namespace HogTrace.IlBackend.Lowering;

/// <summary>Equality and order.</summary>
internal abstract partial class CodeLowering
{
    private bool Equality(Operation operation)
    {
        var (a, b) = Expect(operation, Read(operation.A), Read(operation.B));
        if (!TryPushRemainderTest() && !TryPushEqual(a, b))
            return false;
        if (operation.Code == OperationCode.Ne)
            Il.Not();
        StoreBool(operation);
        return true;
    }

    private bool TryPushEqual(Source a, Source b)
    {
        if (a.Kind == StaticKind.None || b.Kind == StaticKind.None)
            return TryPushIsNone(a.Kind == StaticKind.None ? b : a);
        if (a.Kind == StaticKind.Unknown || b.Kind == StaticKind.Unknown)
            return false;
        if (a.Value.IsNumber && b.Value.IsNumber)
        {
            if (AvoidsGuards && !AreComparedExactly(a, b))
                return false;
            PushNumbers(OperationCode.Eq, a, b);
        }

        // Whether two objects are equal depends on what they are; and an absent one equals an absent string.
        else if (a.Kind == StaticKind.Object || b.Kind == StaticKind.Object)
            return false;
        else
            return TryPushSame(a, b);
        return true;
    }

    /// <summary>Pushes whether a value is None, which no scalar is.</summary>
    private bool TryPushIsNone(Source a)
    {
        switch (a.Kind)
        {
            case StaticKind.Unknown:
                if (!IsInRegisterFile(a))
                    return false;
                PushReference(a.Place.Index);
                Il.Null();
                Il.AreEqual();
                break;
            case StaticKind.None:
                Il.Int32(1);
                break;
            case StaticKind.String or StaticKind.Object:
                Push(a);
                Il.Null();
                Il.AreEqual();
                break;
            default:
                Il.Int32(0);
                break;
        }

        return true;
    }

    /// <summary>Bools and Strings, each equal to its own kind only.</summary>
    private bool TryPushSame(Source a, Source b)
    {
        if (a.Kind != b.Kind)
        {
            Il.Int32(0);
            return true;
        }

        if (a.Kind == StaticKind.String && !a.Value.IsShort && !b.Value.IsShort)
        {
            if (AvoidsGuards)
                return false;
            GuardUncharged(a, b);
        }

        if (a.Kind == StaticKind.String)
        {
            PushSameText(a, b);
            return true;
        }

        Push(a);
        Push(b);
        Il.AreEqual();
        return true;
    }

    private void PushSameText(Source a, Source b)
    {
        var (text, constant) = a.Place.IsConstant ? (b, a) : (a, b);
        var isSame = Il.Label();
        if (StringHead.IsKnown && constant.Place.IsConstant && Code.Constants[constant.Place.Index].StringOrNull is { Length: > 0 } literal)
        {
            // Most strings differ there.
            var mayBe = Il.Label();
            var isOther = Il.Label();
            Push(text);
            Il.JumpIfFalse(isOther);
            Push(text);
            Il.Call(KnownMethods.StringCharacters);
            Il.Offset(StringHead.Offset);
            Il.LoadInt64();
            Il.Int64(StringHead.Of(literal));
            Il.JumpIfEqual(mayBe);
            Il.Mark(isOther);
            Il.Int32(0);
            Il.Jump(isSame);
            Il.Mark(mayBe);
        }

        Push(a);
        Push(b);
        Il.Call(KnownMethods.StringEquals);
        Il.Mark(isSame);
    }

    /// <summary>Keeps out two long strings of one length, which have to be looked at, and that is charged.</summary>
    private void GuardUncharged(Source a, Source b)
    {
        var isUncharged = Il.Label();
        Push(a);
        Il.JumpIfFalse(isUncharged);
        Push(b);
        Il.JumpIfFalse(isUncharged);
        PushLength(a);
        PushLength(b);
        Il.JumpIfNotEqual(isUncharged);
        PushLength(a);
        Il.Int32(Bytecode.Limits.StringUnitsPerFuel);
        Il.JumpIfAtLeast(Deoptimize);
        Il.Mark(isUncharged);
    }

    private bool Order(Operation operation)
    {
        var (a, b) = Expect(operation, Read(operation.A), Read(operation.B));
        if (!a.Value.IsNumber || !b.Value.IsNumber || (AvoidsGuards && !AreComparedExactly(a, b)))
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

    private static bool AreComparedExactly(Source a, Source b) =>
        (a.Kind == StaticKind.Int && b.Kind == StaticKind.Int)
        || ((a.Kind != StaticKind.Int || a.Range.FitsDouble) && (b.Kind != StaticKind.Int || b.Range.FitsDouble));

    private void GuardExactInDouble(Source number)
    {
        const long limit = 1L << 53;
        if (number.Kind != StaticKind.Int || number.Range.FitsDouble)
            return;
        Push(number);
        Il.Int64(limit);
        Il.Add();
        Il.Int64(2 * limit);
        Il.JumpIfUnsignedGreater(Deoptimize);
    }

    // NaN compares false: "not greater" has to mean greater or not ordered.
    private void Compare(OperationCode code, bool areFloats)
    {
        switch (code)
        {
            case OperationCode.Eq:
                Il.AreEqual();
                break;
            case OperationCode.Lt:
                Il.IsLess();
                break;
            case OperationCode.Gt:
                Il.IsGreater();
                break;
            case OperationCode.Le:
                if (areFloats)
                    Il.IsGreaterOrUnordered();
                else
                    Il.IsGreater();
                Il.Not();
                break;
            default:
                if (areFloats)
                    Il.IsLessOrUnordered();
                else
                    Il.IsLess();
                Il.Not();
                break;
        }
    }
}
