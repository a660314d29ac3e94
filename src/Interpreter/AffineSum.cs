using System.Collections.Immutable;

namespace HogTrace.Interpreter;

/// <summary>A constant and multiples of registers, while a run of operations is followed.</summary>
internal sealed record AffineSum(Int128 Constant, ImmutableSortedDictionary<int, Int128> Coefficients)
{
    // Far more than any program has; keeps products of coefficients within Int128.
    private static readonly Int128 s_limit = (Int128)1 << 63;

    public static AffineSum OfConstant(long value) => new(value, ImmutableSortedDictionary<int, Int128>.Empty);

    public static AffineSum OfRegister(int register) => new(0, ImmutableSortedDictionary<int, Int128>.Empty.Add(register, 1));

    public bool IsConstant => Coefficients.IsEmpty;

    public AffineSum Plus(AffineSum other, int sign)
    {
        var coefficients = Coefficients;
        foreach (var (register, coefficient) in other.Coefficients)
            coefficients = coefficients.SetItem(register, coefficients.GetValueOrDefault(register) + (sign * coefficient));
        return new AffineSum(Constant + (sign * other.Constant), coefficients);
    }

    /// <summary>The product, when one of the factors is a constant; else null.</summary>
    public AffineSum? Times(AffineSum other)
    {
        if (!other.IsConstant)
            return IsConstant ? other.Times(this) : null;
        var factor = other.Constant;
        return new AffineSum(
            Constant * factor,
            Coefficients.ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value * factor));
    }

    /// <summary>How far from zero its registers may be for the sum to stay within Int; 0 for never.</summary>
    public long Bound
    {
        get
        {
            var room = long.MaxValue - Int128.Abs(Constant);
            Int128 weight = 0;
            foreach (var coefficient in Coefficients.Values)
                weight += Int128.Abs(coefficient);
            if (room < 0 || weight > s_limit)
                return 0;
            return weight == 0 ? long.MaxValue : (long)(room / weight);
        }
    }
}
