using System.Reflection.Emit;
using HogTrace.IlBackend.Emit;
using HogTrace.IlBackend.Typing;
using HogTrace.Runtime;

namespace HogTrace.IlBackend.Lowering;

/// <summary>Arithmetic on Ints and Floats. What would fault, or may, is left to the interpreter.</summary>
internal abstract partial class CodeLowering
{
    private bool Arithmetic(Operation operation)
    {
        var (a, b) = Expect(operation, Read(operation.A), Read(operation.B));
        if (!a.Value.IsNumber || !b.Value.IsNumber)
            return false;
        // Division by -1 would fail a guard every time.
        if (AvoidsGuards && operation.Code is OperationCode.Div or OperationCode.Mod && !b.Range.IsSafeDivisor)
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
            Il.Double(0);
            Il.JumpIfEqual(Deoptimize);
        }

        PushDouble(a);
        PushDouble(b);
        switch (operation.Code)
        {
            case OperationCode.Add:
                Il.Add();
                break;
            case OperationCode.Sub:
                Il.Subtract();
                break;
            case OperationCode.Mul:
                Il.Multiply();
                break;
            case OperationCode.Div:
                Il.Divide();
                break;
            default:
                Il.Remainder();
                break;
        }

        Store(operation, StaticValue.Float);
    }

    private void Ints(Operation operation, Source a, Source b)
    {
        var exact = Result(operation.Code, a.Range, b.Range);
        if (Speculation == Speculation.SmallInts && !exact.FitsInt64)
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
                Il.Add();
            else if (operation.Code == OperationCode.Sub)
                Il.Subtract();
            else
                Il.Multiply();
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
        Il.ToInt32();
        Il.ToInt64();
        Push(number);
        Il.JumpIfNotEqual(Deoptimize);
        var value = StaticValue.Int(number.Range.ClampedToInt32);
        _states[number.Place.Index] = _states[number.Place.Index] with { Value = value };
        return number with { Value = value };
    }

    /// <summary>Checks the sum or difference on the stack: it has overflowed when its sign is neither possible operand's.</summary>
    private void CheckSum(bool isSum, Source a, Source b)
    {
        Il.Store(ScratchInt);
        Push(a);
        if (isSum)
            Il.Load(ScratchInt);
        else
            Push(b);
        Il.Xor();
        Push(isSum ? b : a);
        Il.Load(ScratchInt);
        Il.Xor();
        Il.And();
        Il.Int64(0);
        Il.JumpIfLess(Deoptimize);
        Il.Load(ScratchInt);
    }

    /// <summary>Leaves the product on the stack; it has overflowed when the high word isn't the low one's sign.</summary>
    private void CheckedProduct(Source a, Source b)
    {
        Push(a);
        Push(b);
        Il.LoadAddress(ScratchProduct);
        Il.Call(KnownMethods.BigMul);
        Il.Load(ScratchProduct);
        Il.ShiftRight(63);
        Il.JumpIfNotEqual(Deoptimize);
        Il.Load(ScratchProduct);
    }

    private LocalBuilder ScratchProduct => field ??= Il.Local(typeof(long));

    private void Division(Operation operation, Source a, Source b)
    {
        if (!b.Range.IsSafeDivisor)
        {
            // One unsigned comparison keeps out 0 and -1.
            Push(b);
            Il.Int64(1);
            Il.Add();
            Il.Int64(1);
            Il.JumpIfUnsignedAtMost(Deoptimize);
        }

        KeepDividend(operation, a, b);

        // A 32-bit division is several times faster.
        bool isNarrow = a.Range.FitsInt32 && b.Range.FitsInt32;
        Push(a);
        if (isNarrow)
            Il.ToInt32();
        Push(b);
        if (isNarrow)
            Il.ToInt32();
        if (operation.Code == OperationCode.Div)
            Il.Divide();
        else
            Il.Remainder();
        if (isNarrow)
            Il.ToInt64();
        Store(operation, StaticValue.Int(operation.Code == OperationCode.Div ? a.Range / b.Range : a.Range % b.Range));
    }

    private bool Negate(Operation operation)
    {
        var a = Expect(Read(operation.A), StaticKind.Int);
        if (!a.Value.IsNumber)
            return false;
        var range = a.Kind == StaticKind.Int ? -a.Range : default;
        if (a.Kind == StaticKind.Int && !range.FitsInt64)
        {
            Push(a);
            Il.Int64(long.MinValue);
            Il.JumpIfEqual(Deoptimize);
        }

        Push(a);
        Il.Negate();
        Store(operation, a.Kind == StaticKind.Int ? StaticValue.Int(range.Clamped) : StaticValue.Float);
        return true;
    }
}
