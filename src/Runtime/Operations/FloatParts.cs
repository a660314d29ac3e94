namespace HogTrace.Runtime;

/// <summary>The absolute value of a finite Float, exactly: an integer times a power of two.</summary>
internal readonly record struct FloatParts(long Mantissa, int Exponent)
{
    private const int MantissaBits = 52;
    private const int ExponentMask = 0x7FF;
    private const int ExponentBias = 1023 + MantissaBits;

    public static FloatParts Of(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        long fraction = bits & ((1L << MantissaBits) - 1);
        int exponent = (int)(bits >> MantissaBits) & ExponentMask;
        // A subnormal number has the least exponent, and no bit before the point.
        return exponent == 0
            ? new FloatParts(fraction, 1 - ExponentBias)
            : new FloatParts(fraction | (1L << MantissaBits), exponent - ExponentBias);
    }
}
