using HogTrace.Bytecode;

namespace HogTrace.Parser.Folding;

/// <summary>Equality, order and truth of constants.</summary>
internal static class ConstantOrder
{
    private const double TwoToThe63 = 9_223_372_036_854_775_808.0;

    public static bool IsNumber(Constant value) => value.Kind is ConstantKind.Int or ConstantKind.Float;

    public static bool Truth(Constant value) => value.Kind switch
    {
        ConstantKind.Bool or ConstantKind.Int => value.Bits != 0,
        ConstantKind.Float => value.AsFloat != 0 && !double.IsNaN(value.AsFloat),
        ConstantKind.String => value.Text!.Length > 0,
        _ => false,
    };

    public static bool AreEqual(Constant left, Constant right) =>
        IsNumber(left) && IsNumber(right)
            ? CompareNumbers(left, right) == 0
            : left == right;

    /// <summary>The sign of left − right; null when one of them is NaN.</summary>
    public static int? CompareNumbers(Constant left, Constant right) => (left.Kind, right.Kind) switch
    {
        (ConstantKind.Int, ConstantKind.Int) => left.Bits.CompareTo(right.Bits),
        (ConstantKind.Int, _) => CompareIntToFloat(left.Bits, right.AsFloat),
        (_, ConstantKind.Int) => -CompareIntToFloat(right.Bits, left.AsFloat),
        _ => CompareFloats(left.AsFloat, right.AsFloat),
    };

    /// <summary>Orders by code point: a surrogate stands for a code point above every other unit.</summary>
    public static int CompareText(string left, string right)
    {
        int common = left.AsSpan().CommonPrefixLength(right);
        if (common == left.Length || common == right.Length)
            return left.Length.CompareTo(right.Length);
        return Rank(left[common]).CompareTo(Rank(right[common]));

        static int Rank(char unit) => char.IsSurrogate(unit) ? unit + 0x10000 : unit;
    }

    /// <summary>Exact: converting the Int would merge neighbours above 2^53.</summary>
    private static int? CompareIntToFloat(long left, double right)
    {
        if (double.IsNaN(right))
            return null;
        if (right >= TwoToThe63)
            return -1;
        if (right < -TwoToThe63)
            return 1;
        double whole = Math.Truncate(right);
        int order = left.CompareTo((long)whole);
        return order != 0 ? order : whole.CompareTo(right);
    }

    private static int? CompareFloats(double left, double right) =>
        double.IsNaN(left) || double.IsNaN(right) ? null
        : left < right ? -1
        : left > right ? 1
        : 0;
}
