namespace HogTrace.IlBackend.Typing;

/// <summary>Bounds of an Int: an operation whose result can't leave the range of Int needs no check.</summary>
internal readonly record struct IntRange(Int128 Min, Int128 Max)
{
    public static IntRange All => new(long.MinValue, long.MaxValue);

    // Whole numbers that a double holds exactly.
    private static readonly IntRange s_exactInDouble = new(-(1L << 53), 1L << 53);

    public bool FitsInt64 => IsWithin(All);

    public bool FitsInt32 => IsWithin(new IntRange(int.MinValue, int.MaxValue));

    public bool FitsDouble => IsWithin(s_exactInDouble);

    public bool OverlapsInt32 => Min <= int.MaxValue && Max >= int.MinValue;

    public IntRange ClampedToInt32 => new(Int128.Max(Min, int.MinValue), Int128.Min(Max, int.MaxValue));

    public bool IsWiderThan(IntRange other) => Max - Min > other.Max - other.Min;

    /// <summary>Whether it contains none of the two divisors that can fault.</summary>
    public bool IsSafeDivisor => Min > 0 || Max < -1;

    public static IntRange Of(long value) => new(value, value);

    public IntRange Union(IntRange other) => new(Int128.Min(Min, other.Min), Int128.Max(Max, other.Max));

    /// <summary>What is left of it once a check has kept all else out.</summary>
    public IntRange Clamped => new(Int128.Max(Min, long.MinValue), Int128.Min(Max, long.MaxValue));

    public static IntRange operator +(IntRange a, IntRange b) => new(a.Min + b.Min, a.Max + b.Max);

    public static IntRange operator -(IntRange a, IntRange b) => new(a.Min - b.Max, a.Max - b.Min);

    public static IntRange operator -(IntRange a) => new(-a.Max, -a.Min);

    public static IntRange operator *(IntRange a, IntRange b)
    {
        // No overflow: products of two Int64 fit.
        Int128 p = a.Min * b.Min, q = a.Min * b.Max, r = a.Max * b.Min, s = a.Max * b.Max;
        return new(Int128.Min(Int128.Min(p, q), Int128.Min(r, s)), Int128.Max(Int128.Max(p, q), Int128.Max(r, s)));
    }

    /// <summary>A quotient is no further from zero than its dividend; with -1 kept out, it doesn't overflow.</summary>
    public static IntRange operator /(IntRange a, IntRange b)
    {
        Int128 bound = a.Magnitude;
        return new IntRange(a.Min >= 0 && b.Min >= 0 ? 0 : -bound, bound).Clamped;
    }

    /// <summary>A remainder has the dividend's sign, and is nearer zero than the divisor and no further than the dividend.</summary>
    public static IntRange operator %(IntRange a, IntRange b)
    {
        Int128 bound = Int128.Min(a.Magnitude, Int128.Max(0, b.Magnitude - 1));
        return new IntRange(a.Min >= 0 ? 0 : -bound, a.Max <= 0 ? 0 : bound).Clamped;
    }

    private Int128 Magnitude => Int128.Max(Int128.Abs(Min), Int128.Abs(Max));

    private bool IsWithin(IntRange other) => Min >= other.Min && Max <= other.Max;
}
