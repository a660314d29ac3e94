using System.Runtime.CompilerServices;

namespace HogTrace.Bench.Cases;

/// <summary>Three operations.</summary>
internal readonly struct Arithmetic : ITwoNumbersForm
{
    public static string Id => "P3";

    public static string Title => Predicate;

    public static string Predicate => "(arg0 * 3 + arg1) % 7 == 2";

    public static long[] Right => Samples.NoRemainderOfTwo;

    public static long Firing => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Test(long a, long b) => ((a * 3) + b) % 7 == 2;
}

/// <summary>Thirty-five operations.</summary>
internal readonly struct LongArithmetic : ITwoNumbersForm
{
    public static string Id => "P6";

    public static string Title => "35 arithmetic operations";

    public static string Predicate => LongExpression.Text;

    public static long[] Right => Samples.UpTo900;

    public static long Firing => 100_000;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Test(long a, long b) =>
        a + (b * 3) - (a * 2) + 7 + (b * 5) - (a * 4) + 1 + (b * 7) - (a * 6) + 9 + (b * 11) - (a * 8) + 2
        + (b * 13) - (a * 10) + 4 + (b * 17) - (a * 12) + 8 + (b * 19) - (a * 14) + 6 > 1_000_000;
}
