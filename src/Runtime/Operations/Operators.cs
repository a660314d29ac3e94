using System.Runtime.CompilerServices;

namespace HogTrace.Runtime;

/// <summary>
/// The arithmetic of the language. Int with Int and Float with Float are decided here; every other
/// pair is the slow path's. A fault is recorded in the run and returned; the result is then None.
/// The result may be written over an operand: slow paths take copies.
/// </summary>
internal static partial class Operators
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FaultKind Add(in Value a, in Value b, ref RunContext run, out Value result)
    {
        if (a.IsInt && b.IsInt)
        {
            long x = a.UnsafeInt, y = b.UnsafeInt, sum = unchecked(x + y);
            if (((x ^ sum) & (y ^ sum)) >= 0)
            {
                result = Value.FromInt(sum);
                return FaultKind.None;
            }
        }
        else if (a.IsFloat && b.IsFloat)
        {
            result = Value.FromFloat(a.UnsafeFloat + b.UnsafeFloat);
            return FaultKind.None;
        }

        return AddSlow(a, b, ref run, out result);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FaultKind Sub(in Value a, in Value b, ref RunContext run, out Value result)
    {
        if (a.IsInt && b.IsInt)
        {
            long x = a.UnsafeInt, y = b.UnsafeInt, difference = unchecked(x - y);
            if (((x ^ y) & (x ^ difference)) >= 0)
            {
                result = Value.FromInt(difference);
                return FaultKind.None;
            }
        }
        else if (a.IsFloat && b.IsFloat)
        {
            result = Value.FromFloat(a.UnsafeFloat - b.UnsafeFloat);
            return FaultKind.None;
        }

        return Arithmetic.Slow(ArithmeticOperator.Sub, a, b, ref run, out result);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FaultKind Mul(in Value a, in Value b, ref RunContext run, out Value result)
    {
        if (a.IsInt && b.IsInt)
        {
            if (Math.BigMul(a.UnsafeInt, b.UnsafeInt, out long low) == low >> 63)
            {
                result = Value.FromInt(low);
                return FaultKind.None;
            }
        }
        else if (a.IsFloat && b.IsFloat)
        {
            result = Value.FromFloat(a.UnsafeFloat * b.UnsafeFloat);
            return FaultKind.None;
        }

        return Arithmetic.Slow(ArithmeticOperator.Mul, a, b, ref run, out result);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FaultKind Div(in Value a, in Value b, ref RunContext run, out Value result)
    {
        // One unsigned comparison leaves out both divisors that fault, 0 and -1.
        if (a.IsInt && b.IsInt && unchecked((ulong)(b.UnsafeInt + 1)) > 1)
        {
            result = Value.FromInt(a.UnsafeInt / b.UnsafeInt);
            return FaultKind.None;
        }

        return Arithmetic.Slow(ArithmeticOperator.Div, a, b, ref run, out result);
    }

    /// <summary>The remainder, with the sign of the dividend; of the least Int and -1 it is 0, which is in range.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FaultKind Mod(in Value a, in Value b, ref RunContext run, out Value result)
    {
        if (a.IsInt && b.IsInt && unchecked((ulong)(b.UnsafeInt + 1)) > 1)
        {
            result = Value.FromInt(a.UnsafeInt % b.UnsafeInt);
            return FaultKind.None;
        }

        return Arithmetic.Slow(ArithmeticOperator.Mod, a, b, ref run, out result);
    }

    public static FaultKind Neg(in Value a, ref RunContext run, out Value result)
    {
        if (a.IsInt && a.UnsafeInt != long.MinValue)
        {
            result = Value.FromInt(-a.UnsafeInt);
            return FaultKind.None;
        }

        if (a.IsFloat)
        {
            result = Value.FromFloat(-a.UnsafeFloat);
            return FaultKind.None;
        }

        return Arithmetic.NegateSlow(a, ref run, out result);
    }

    // Strings are told apart here so that nothing else pays for the test.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static FaultKind AddSlow(Value a, Value b, ref RunContext run, out Value result)
    {
        if (a.StringOrNull is not { } x || b.StringOrNull is not { } y)
            return Arithmetic.Slow(ArithmeticOperator.Add, a, b, ref run, out result);
        result = default;
        FaultKind fault = run.TryAllocateString((long)x.Length + y.Length);
        if (fault == FaultKind.None)
            fault = run.TryTouchString(x.Length + y.Length);
        if (fault == FaultKind.None)
            result = Value.FromString(string.Concat(x, y));
        return fault;
    }
}
