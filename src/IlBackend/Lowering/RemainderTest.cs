using System.Numerics;

namespace HogTrace.IlBackend.Lowering;

/// <summary>
/// Whether an Int divided by a constant leaves another constant, without dividing. Multiplied, modulo 2^64, by the
/// inverse of an odd divisor, its multiples and they alone become the numbers from zero to the greatest quotient; of
/// an even one, the factors of two have to come out as the low bits, which rotation makes the highest.
/// See Granlund and Montgomery, "Division by Invariant Integers using Multiplication", 1994, section 9.
/// </summary>
/// <param name="Shift">Is added to the number;</param>
/// <param name="Multiplier">the sum is multiplied by this,</param>
/// <param name="Rotation">and the product rotated right by so many bits.</param>
/// <param name="Limit">The remainder is the one asked for when what comes out, unsigned, is at most this.</param>
internal readonly record struct RemainderTest(long Shift, long Multiplier, int Rotation, ulong Limit)
{
    private const ulong BeyondMax = 1UL << 63;

    /// <summary>Null where a division, or a mask, is as good.</summary>
    public static RemainderTest? Of(long divisor, long remainder)
    {
        ulong size = Magnitude(divisor), left = Magnitude(remainder);
        if (size < 3 || left >= size || (ulong.IsPow2(size) && left == 0))
            return null;
        int rotation = BitOperations.TrailingZeroCount(size);
        ulong inverse = Inverse(size >> rotation);

        // What is tested for being a multiple has to be zero or more for every number that has the remainder, and too
        // great to be one for all the others of the other sign. A remainder has the sign of what is divided.
        if (remainder > 0)
            return Make(0 - left, inverse, long.MaxValue - left); // n - r
        if (remainder < 0)
            return Make(left, 0 - inverse, BeyondMax - left); // r - n
        ulong most = BeyondMax / size * size;
        return Make(most, inverse, long.MaxValue + most); // n + the greatest multiple that is no more than 2^63

        // Where one number alone has the remainder the limit would be zero, and what the JIT makes of comparing with zero
        // reads flags that a rotation by one bit doesn't set.
        RemainderTest? Make(ulong shift, ulong multiplier, ulong greatest) =>
            greatest < size ? null : new((long)shift, (long)multiplier, rotation, greatest / size);
    }

    /// <summary>What the code does.</summary>
    public bool Holds(long number) => BitOperations.RotateRight((ulong)((number + Shift) * Multiplier), Rotation) <= Limit;

    private static ulong Magnitude(long number) => number < 0 ? 0 - (ulong)number : (ulong)number;

    // Newton's iteration: the square of an odd number is 1 modulo 8, so three bits are right; each step doubles them.
    private static ulong Inverse(ulong odd)
    {
        ulong inverse = odd;
        for (int bits = 3; bits < 64; bits *= 2)
            inverse *= 2 - (odd * inverse);
        return inverse;
    }
}
