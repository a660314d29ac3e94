using System.Reflection.Emit;
using HogTrace.IlBackend.Emit;
using HogTrace.IlBackend.Typing;
using HogTrace.Runtime;

namespace HogTrace.IlBackend.Lowering;

/// <summary>Arithmetic on Ints and Floats. What would fault, or may, is left to the interpreter.</summary>
internal sealed partial class PredicateLowering
{
    private bool Arithmetic(Operation operation)
    {
        var (a, b) = (Read(operation.A), Read(operation.B));
        if (!a.Value.IsNumber || !b.Value.IsNumber)
            return false;
        if (a.Kind != StaticKind.Int || b.Kind != StaticKind.Int)
            Floats(operation, a, b);
        else if (operation.Code is OperationCode.Div or OperationCode.Mod)
            Division(operation, a, b);
        else
            Ints(operation, a, b);
        return true;
    }

    private void Floats(Operation operation, Source a, Source b)
    {
        if (operation.Code is OperationCode.Div or OperationCode.Mod)
        {
            PushDouble(b);
            _il.Double(0);
            _il.JumpIfEqual(NeedsContext);
        }

        PushDouble(a);
        PushDouble(b);
        switch (operation.Code)
        {
            case OperationCode.Add:
                _il.Add();
                break;
            case OperationCode.Sub:
                _il.Subtract();
                break;
            case OperationCode.Mul:
                _il.Multiply();
                break;
            case OperationCode.Div:
                _il.Divide();
                break;
            default:
                _il.Remainder();
                break;
        }

        Store(operation, StaticValue.Float);
    }

    private void Ints(Operation operation, Source a, Source b)
    {
        var exact = Result(operation.Code, a.Range, b.Range);
        if (_expectsSmallInts && !exact.FitsInt64)
        {
            // The wider first: what was computed from narrowed ones is often narrow enough.
            bool isLeftFirst = a.Range.IsWiderThan(b.Range);
            (a, b) = isLeftFirst ? (Narrow(a), b) : (a, Narrow(b));
            exact = Result(operation.Code, a.Range, b.Range);
            if (!exact.FitsInt64)
            {
                (a, b) = isLeftFirst ? (a, Narrow(b)) : (Narrow(a), b);
                exact = Result(operation.Code, a.Range, b.Range);
            }
        }

        if (operation.Code == OperationCode.Mul && !exact.FitsInt64)
        {
            CheckedProduct(a, b);
        }
        else
        {
            Push(a);
            Push(b);
            if (operation.Code == OperationCode.Add)
                _il.Add();
            else if (operation.Code == OperationCode.Sub)
                _il.Subtract();
            else
                _il.Multiply();
            if (!exact.FitsInt64)
                CheckSum(operation.Code == OperationCode.Add, a, b);
        }

        Store(operation, StaticValue.Int(exact.Clamped));
    }

    private static IntRange Result(OperationCode code, IntRange a, IntRange b) => code switch
    {
        OperationCode.Add => a + b,
        OperationCode.Sub => a - b,
        _ => a * b,
    };

    /// <summary>Keeps an Int outside 32 bits out, which makes most checks of what is computed from it needless.</summary>
    private Source Narrow(Source number)
    {
        if (number.Place.IsConstant || number.Range.FitsInt32 || !number.Range.OverlapsInt32)
            return number;
        Push(number);
        _il.ToInt32();
        _il.ToInt64();
        Push(number);
        _il.JumpIfNotEqual(NeedsContext);
        var value = StaticValue.Int(number.Range.ClampedToInt32);
        _known[number.Place.Index] = value;
        return number with { Value = value };
    }

    /// <summary>Checks the sum or difference on the stack: it has overflowed when its sign is neither possible operand's.</summary>
    private void CheckSum(bool isSum, Source a, Source b)
    {
        _il.Store(ScratchInt);
        Push(a);
        if (isSum)
            _il.Load(ScratchInt);
        else
            Push(b);
        _il.Xor();
        Push(isSum ? b : a);
        _il.Load(ScratchInt);
        _il.Xor();
        _il.And();
        _il.Int64(0);
        _il.JumpIfLess(NeedsContext);
        _il.Load(ScratchInt);
    }

    /// <summary>Leaves the product on the stack; it has overflowed when the high word isn't the low one's sign.</summary>
    private void CheckedProduct(Source a, Source b)
    {
        Push(a);
        Push(b);
        _il.LoadAddress(ScratchProduct);
        _il.Call(KnownMethods.BigMul);
        _il.Load(ScratchProduct);
        _il.ShiftRight(63);
        _il.JumpIfNotEqual(NeedsContext);
        _il.Load(ScratchProduct);
    }

    private LocalBuilder ScratchProduct => field ??= _il.Local(typeof(long));

    private void Division(Operation operation, Source a, Source b)
    {
        if (!b.Range.IsSafeDivisor)
        {
            // One unsigned comparison keeps out 0 and -1.
            Push(b);
            _il.Int64(1);
            _il.Add();
            _il.Int64(1);
            _il.JumpIfUnsignedAtMost(NeedsContext);
        }

        // A 32-bit division is several times faster.
        bool isNarrow = a.Range.FitsInt32 && b.Range.FitsInt32;
        Push(a);
        if (isNarrow)
            _il.ToInt32();
        Push(b);
        if (isNarrow)
            _il.ToInt32();
        if (operation.Code == OperationCode.Div)
            _il.Divide();
        else
            _il.Remainder();
        if (isNarrow)
            _il.ToInt64();
        Store(operation, StaticValue.Int(operation.Code == OperationCode.Div ? a.Range / b.Range : a.Range % b.Range));
    }

    private bool Negate(Operation operation)
    {
        var a = Read(operation.A);
        if (!a.Value.IsNumber)
            return false;
        var range = a.Kind == StaticKind.Int ? -a.Range : default;
        if (a.Kind == StaticKind.Int && !range.FitsInt64)
        {
            Push(a);
            _il.Int64(long.MinValue);
            _il.JumpIfEqual(NeedsContext);
        }

        Push(a);
        _il.Negate();
        Store(operation, a.Kind == StaticKind.Int ? StaticValue.Int(range.Clamped) : StaticValue.Float);
        return true;
    }
}
