using System.Runtime.CompilerServices;

namespace HogTrace.Runtime;

/// <summary>The binary arithmetic operators.</summary>
internal enum ArithmeticOperator : byte
{
    Add,
    Sub,
    Mul,
    Div,
    Mod,
}

/// <summary>Arithmetic off the fast path: promotion, decimals, and the faults. Operands are copies, which the result can't overwrite.</summary>
internal static class Arithmetic
{
    /// <summary>What a boxed decimal costs on the heap.</summary>
    private const int DecimalBytes = 32;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static FaultKind Slow(ArithmeticOperator op, Value a, Value b, ref RunContext run, out Value result)
    {
        result = default;
        if (a.IsInt && b.IsInt)
            return Ints(op, a.UnsafeInt, b.UnsafeInt, ref run, out result);
        if (!IsNumber(a) || !IsNumber(b))
            return run.Fail(FaultKind.TypeMismatch, $"can't {Verb(op)} {TypeNames.Of(a)} and {TypeNames.Of(b)}");
        return a.IsFloat || b.IsFloat
            ? Floats(op, ToDouble(a), ToDouble(b), ref run, out result)
            : Decimals(op, ToDecimal(a), ToDecimal(b), ref run, out result);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static FaultKind NegateSlow(Value a, ref RunContext run, out Value result)
    {
        result = default;
        if (a.IsInt)
            return run.Fail(FaultKind.Overflow, "negating the least Int leaves the range of Int");
        return a.Reference is decimal number
            ? Box(-number, ref run, out result)
            : run.Fail(FaultKind.TypeMismatch, $"can't negate {TypeNames.Of(a)}");
    }

    /// <summary>Charges for a decimal's box and makes it.</summary>
    public static FaultKind Box(decimal number, ref RunContext run, out Value result)
    {
        FaultKind fault = run.TryAllocate(DecimalBytes);
        result = fault == FaultKind.None ? Value.FromReference(number) : default;
        return fault;
    }

    public static bool IsNumber(in Value value) => value.IsInt || value.IsFloat || value.Reference is decimal;

    private static double ToDouble(in Value value) =>
        value.IsFloat ? value.UnsafeFloat : value.IsInt ? value.UnsafeInt : (double)(decimal)value.Reference!;

    private static decimal ToDecimal(in Value value) => value.IsInt ? value.UnsafeInt : (decimal)value.Reference!;

    // Reached with the operands that the fast path leaves: an overflow, or a divisor of 0 or -1.
    private static FaultKind Ints(ArithmeticOperator op, long a, long b, ref RunContext run, out Value result)
    {
        result = default;
        if (op is ArithmeticOperator.Div or ArithmeticOperator.Mod && b == 0)
            return FailZero(op, ref run);
        if (op == ArithmeticOperator.Mod)
        {
            result = Value.FromInt(b == -1 ? 0 : a % b);
            return FaultKind.None;
        }

        Int128 exact = op switch
        {
            ArithmeticOperator.Add => (Int128)a + b,
            ArithmeticOperator.Sub => (Int128)a - b,
            ArithmeticOperator.Mul => (Int128)a * b,
            _ => (Int128)a / b,
        };
        if (exact < long.MinValue || exact > long.MaxValue)
            return run.Fail(FaultKind.Overflow, $"can't {Verb(op)} {a} and {b}: the result leaves the range of Int");
        result = Value.FromInt((long)exact);
        return FaultKind.None;
    }

    private static FaultKind Floats(ArithmeticOperator op, double a, double b, ref RunContext run, out Value result)
    {
        result = default;
        if (op is ArithmeticOperator.Div or ArithmeticOperator.Mod && b == 0)
            return FailZero(op, ref run);
        result = Value.FromFloat(op switch
        {
            ArithmeticOperator.Add => a + b,
            ArithmeticOperator.Sub => a - b,
            ArithmeticOperator.Mul => a * b,
            ArithmeticOperator.Div => a / b,
            _ => a % b,
        });
        return FaultKind.None;
    }

    private static FaultKind Decimals(ArithmeticOperator op, decimal a, decimal b, ref RunContext run, out Value result)
    {
        result = default;
        if (op is ArithmeticOperator.Div or ArithmeticOperator.Mod && b == 0)
            return FailZero(op, ref run);
        try
        {
            decimal number = op switch
            {
                ArithmeticOperator.Add => a + b,
                ArithmeticOperator.Sub => a - b,
                ArithmeticOperator.Mul => a * b,
                ArithmeticOperator.Div => a / b,
                _ => a % b,
            };
            return Box(number, ref run, out result);
        }
        catch (OverflowException)
        {
            // Decimal has no operation that reports overflow by its result.
            return run.Fail(FaultKind.Overflow, $"can't {Verb(op)} these numbers: the result leaves the range of decimal");
        }
    }

    private static FaultKind FailZero(ArithmeticOperator op, ref RunContext run) =>
        run.Fail(FaultKind.DivisionByZero, op == ArithmeticOperator.Div ? "division by zero" : "modulo by zero");

    private static string Verb(ArithmeticOperator op) => op switch
    {
        ArithmeticOperator.Add => "add",
        ArithmeticOperator.Sub => "subtract",
        ArithmeticOperator.Mul => "multiply",
        ArithmeticOperator.Div => "divide",
        _ => "take the remainder of",
    };
}
