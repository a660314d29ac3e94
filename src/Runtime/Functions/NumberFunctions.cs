using System.Numerics;

namespace HogTrace.Runtime;

/// <summary><c>int</c>, <c>float</c> and <c>abs</c>.</summary>
internal static class NumberFunctions
{
    private const double TwoTo63 = 9223372036854775808.0;

    public static FaultKind Int(in Value value, ref RunContext run, out Value result)
    {
        result = default;
        switch (value.Kind)
        {
            case ValueKind.Int:
                result = value;
                return FaultKind.None;
            case ValueKind.Bool:
                result = Value.FromInt(value.UnsafeBool ? 1 : 0);
                return FaultKind.None;
            case ValueKind.Float:
                return Truncate(value.UnsafeFloat, ref run, out result);
            case ValueKind.String:
                return NumberText.ParseInt(value.StringOrNull!, ref run, out result);
            case ValueKind.Object when ExactInteger(value.Reference!) is { } whole:
                if (whole < long.MinValue || whole > long.MaxValue)
                    return FailRange(ref run);
                result = Value.FromInt((long)whole);
                return FaultKind.None;
            default:
                return run.Fail(FaultKind.TypeMismatch, $"int takes a number, a Bool or a String, not {TypeNames.Of(value)}");
        }
    }

    public static FaultKind Float(in Value value, ref RunContext run, out Value result)
    {
        result = default;
        switch (value.Kind)
        {
            case ValueKind.Float:
                result = value;
                return FaultKind.None;
            case ValueKind.Int:
                result = Value.FromFloat(value.UnsafeInt);
                return FaultKind.None;
            case ValueKind.Bool:
                result = Value.FromFloat(value.UnsafeBool ? 1 : 0);
                return FaultKind.None;
            case ValueKind.String:
                return NumberText.ParseFloat(value.StringOrNull!, ref run, out result);
            case ValueKind.Object when RealOf(value.Reference!) is { } real:
                result = Value.FromFloat(real);
                return FaultKind.None;
            default:
                return run.Fail(FaultKind.TypeMismatch, $"float takes a number, a Bool or a String, not {TypeNames.Of(value)}");
        }
    }

    public static FaultKind Abs(in Value value, ref RunContext run, out Value result)
    {
        result = value;
        if (value.IsInt)
            return value.UnsafeInt < 0 ? Operators.Neg(value, ref run, out result) : FaultKind.None;
        if (value.IsFloat)
        {
            result = Value.FromFloat(Math.Abs(value.UnsafeFloat));
            return FaultKind.None;
        }

        if (value.Reference is decimal number)
            return number < 0 ? Operators.Neg(value, ref run, out result) : FaultKind.None;
        result = default;
        return run.Fail(FaultKind.TypeMismatch, $"abs takes a number, not {TypeNames.Of(value)}");
    }

    /// <summary>The Int of a Float's whole part.</summary>
    public static FaultKind Truncate(double value, ref RunContext run, out Value result)
    {
        result = default;
        if (double.IsNaN(value))
            return run.Fail(FaultKind.InvalidValue, "NaN is no Int");
        if (value is < -TwoTo63 or >= TwoTo63)
            return FailRange(ref run);
        result = Value.FromInt((long)value);
        return FaultKind.None;
    }

    public static FaultKind FailRange(ref RunContext run) => run.Fail(FaultKind.Overflow, "the number leaves the range of Int");

    // Each by its own conversion: that of BigInteger does not round to the nearest.
    private static double? RealOf(object value) => value switch
    {
        decimal number => (double)number,
        Enum constant => EnumValues.TryGetInt(constant, out long number) ? number : (ulong)number,
        ulong number => number,
        nuint number => number,
        Int128 number => (double)number,
        UInt128 number => (double)number,
        BigInteger number => (double)number,
        _ => null,
    };

    // The integers that are Objects because of their type or size, decimals' whole parts, and enums' numbers.
    private static BigInteger? ExactInteger(object value) => value switch
    {
        decimal number => new BigInteger(decimal.Truncate(number)),
        Enum constant => EnumValues.TryGetInt(constant, out long number) ? number : (ulong)number,
        ulong number => number,
        nuint number => number,
        Int128 number => number,
        UInt128 number => number,
        BigInteger number => number,
        _ => null,
    };
}
