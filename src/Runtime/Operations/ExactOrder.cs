using System.Numerics;

namespace HogTrace.Runtime;

/// <summary>Order of Int, Float and decimal by their exact values, whatever either rounds to in the other's type.</summary>
internal static class ExactOrder
{
    /// <summary>-1, 0 or 1; null with a NaN. Both must be numbers.</summary>
    public static int? Compare(in Value a, in Value b)
    {
        if (a.IsFloat)
        {
            return b.IsFloat ? Floats(a.UnsafeFloat, b.UnsafeFloat)
                : b.IsInt ? -IntAndFloat(b.UnsafeInt, a.UnsafeFloat)
                : -DecimalAndFloat((decimal)b.Reference!, a.UnsafeFloat);
        }

        if (b.IsFloat)
            return a.IsInt ? IntAndFloat(a.UnsafeInt, b.UnsafeFloat) : DecimalAndFloat((decimal)a.Reference!, b.UnsafeFloat);
        if (a.IsInt && b.IsInt)
            return a.UnsafeInt.CompareTo(b.UnsafeInt);
        decimal x = a.IsInt ? a.UnsafeInt : (decimal)a.Reference!;
        return x.CompareTo(b.IsInt ? b.UnsafeInt : (decimal)b.Reference!);
    }

    private static int? Floats(double a, double b) => a < b ? -1 : a > b ? 1 : a == b ? 0 : null;

    private static int? IntAndFloat(long a, double b)
    {
        const double twoTo63 = 9223372036854775808.0;
        if (double.IsNaN(b))
            return null;
        if (b >= twoTo63)
            return -1;
        if (b < -twoTo63)
            return 1;
        long whole = (long)b;
        return a != whole ? a.CompareTo(whole) : -Math.Sign(b - whole);
    }

    private static int? DecimalAndFloat(decimal a, double b)
    {
        if (double.IsNaN(b))
            return null;
        // Conversion is good to far more than twelve digits; only neighbours need the exact way.
        double near = (double)a;
        if (!(Math.Abs(near - b) <= Math.Abs(near) * 1e-12))
            return near.CompareTo(b);
        return Exactly(a, b);
    }

    private static int Exactly(decimal a, double b)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(a, parts);
        BigInteger left = (new BigInteger((uint)parts[2]) << 64) | (new BigInteger((uint)parts[1]) << 32) | (uint)parts[0];
        if (parts[3] < 0)
            left = -left;
        int scale = (parts[3] >> 16) & 0xFF;

        var (mantissa, exponent) = FloatParts.Of(b);
        BigInteger right = (b < 0 ? -mantissa : mantissa) * BigInteger.Pow(10, scale);
        if (exponent >= 0)
            right <<= exponent;
        else
            left <<= -exponent;
        return (left - right).Sign;
    }
}
