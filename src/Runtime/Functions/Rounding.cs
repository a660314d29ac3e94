using System.Globalization;
using System.Numerics;

namespace HogTrace.Runtime;

/// <summary><c>round(x[,n])</c>: to the nearest, halves to even, by the number's exact value as Python does.</summary>
internal static class Rounding
{
    // Beyond these a double's digits are all kept, or none is.
    private const int MaxDigits = 323;
    private const int MinDigits = -308;
    private const int DecimalDigits = 28;

    /// <summary>With <paramref name="digits"/> None the result is an Int, else of the number's own kind.</summary>
    public static FaultKind Call(in Value value, in Value digits, ref RunContext run, out Value result)
    {
        result = default;
        if (!digits.IsNone && !digits.IsInt)
            return run.Fail(FaultKind.TypeMismatch, $"round takes a number of digits, not {TypeNames.Of(digits)}");
        int? places = digits.IsNone ? null : (int)Math.Clamp(digits.UnsafeInt, -1_000, 1_000);
        if (value.IsInt)
            return Int(value.UnsafeInt, places ?? 0, ref run, out result);
        if (value.IsFloat)
            return Float(value.UnsafeFloat, places, ref run, out result);
        return value.Reference is decimal number
            ? Decimal(number, places, ref run, out result)
            : run.Fail(FaultKind.TypeMismatch, $"round takes a number, not {TypeNames.Of(value)}");
    }

    private static FaultKind Int(long value, int places, ref RunContext run, out Value result)
    {
        result = Value.FromInt(places < -19 ? 0 : value);
        if (places is >= 0 or < -19)
            return FaultKind.None;
        Int128 unit = (Int128)BigInteger.Pow(10, -places);
        Int128 rounded = (Int128)RoundToEven(value, (BigInteger)unit) * unit;
        if (rounded < long.MinValue || rounded > long.MaxValue)
        {
            result = default;
            return NumberFunctions.FailRange(ref run);
        }

        result = Value.FromInt((long)rounded);
        return FaultKind.None;
    }

    private static FaultKind Float(double value, int? places, ref RunContext run, out Value result)
    {
        result = default;
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value)
                ? run.Fail(FaultKind.InvalidValue, "can't round NaN")
                : run.Fail(FaultKind.Overflow, "can't round an infinity");
        }

        if (places is not { } digits)
            return NumberFunctions.Truncate(Math.Round(value, MidpointRounding.ToEven), ref run, out result);
        double rounded = digits > MaxDigits ? value : digits < MinDigits ? value * 0.0 : Round(value, digits);
        if (!double.IsFinite(rounded))
            return run.Fail(FaultKind.Overflow, "the rounded number leaves the range of Float");
        result = Value.FromFloat(rounded);
        return FaultKind.None;
    }

    private static FaultKind Decimal(decimal value, int? places, ref RunContext run, out Value result)
    {
        result = default;
        if (places is null)
        {
            decimal whole = Math.Round(value, MidpointRounding.ToEven);
            if (whole is < long.MinValue or > long.MaxValue)
                return NumberFunctions.FailRange(ref run);
            result = Value.FromInt((long)whole);
            return FaultKind.None;
        }

        if (places < 0)
            return run.Fail(FaultKind.InvalidValue, "a decimal is not rounded to a negative number of digits");
        return Arithmetic.Box(Math.Round(value, Math.Min(places.Value, DecimalDigits), MidpointRounding.ToEven), ref run, out result);
    }

    // A double is an integer times a power of two: scaled by the power of ten it is an exact fraction.
    private static double Round(double value, int digits)
    {
        var (mantissa, exponent) = FloatParts.Of(value);
        BigInteger numerator = mantissa;
        BigInteger denominator = BigInteger.One;
        if (exponent >= 0)
            numerator <<= exponent;
        else
            denominator <<= -exponent;
        if (digits >= 0)
            numerator *= BigInteger.Pow(10, digits);
        else
            denominator *= BigInteger.Pow(10, -digits);
        string text = string.Create(CultureInfo.InvariantCulture, $"{RoundToEven(numerator, denominator)}E{-digits}");
        return Math.CopySign(double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture), value);
    }

    private static BigInteger RoundToEven(BigInteger numerator, BigInteger denominator)
    {
        BigInteger quotient = BigInteger.DivRem(numerator, denominator, out BigInteger remainder);
        int half = (BigInteger.Abs(remainder) * 2).CompareTo(denominator);
        return half > 0 || (half == 0 && !quotient.IsEven) ? quotient + numerator.Sign : quotient;
    }
}
