namespace HogTrace.Interpreter;

/// <summary>A constant and multiples of registers, while a run of operations is followed.</summary>
/// <param name="Constant">The constant.</param>
/// <param name="Coefficients">By the order in which the run first reads the registers; shorter when it reads more later.</param>
internal sealed record AffineSum(Int128 Constant, Int128[] Coefficients)
{
    public static AffineSum OfConstant(long value) => new(value, []);

    /// <summary>The register that is read as number so many.</summary>
    public static AffineSum OfRegister(int number)
    {
        var coefficients = new Int128[number + 1];
        coefficients[number] = 1;
        return new AffineSum(0, coefficients);
    }

    public Int128 CoefficientOf(int number) => number < Coefficients.Length ? Coefficients[number] : 0;

    public AffineSum Plus(AffineSum other, int sign)
    {
        var coefficients = new Int128[Math.Max(Coefficients.Length, other.Coefficients.Length)];
        for (int i = 0; i < coefficients.Length; i++)
            coefficients[i] = CoefficientOf(i) + (sign * other.CoefficientOf(i));
        return new AffineSum(Constant + (sign * other.Constant), coefficients);
    }

    /// <summary>The product, when one of the factors is a constant; else null.</summary>
    public AffineSum? Times(AffineSum other)
    {
        if (other.Coefficients.Length == 0)
            return new AffineSum(Constant * other.Constant, Array.ConvertAll(Coefficients, value => value * other.Constant));
        return Coefficients.Length == 0 ? other.Times(this) : null;
    }

    /// <summary>How far from zero its registers may be for the sum to stay within Int; 0 for never.</summary>
    /// <remarks>Sums that have a bound have constants and coefficients within Int, and their products fit here.</remarks>
    public long Bound
    {
        get
        {
            var room = long.MaxValue - Int128.Abs(Constant);
            Int128 weight = 0;
            foreach (var coefficient in Coefficients)
                weight += Int128.Abs(coefficient);
            if (room < 0)
                return 0;
            return weight == 0 ? long.MaxValue : (long)(room / weight);
        }
    }
}
