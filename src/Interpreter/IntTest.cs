using HogTrace.Runtime;

namespace HogTrace.Interpreter;

/// <summary>The Ints that compare with a constant as asked: a range, or all but a range.</summary>
internal readonly record struct IntTest(long Low, ulong Span, bool IsNegated)
{
    /// <summary>The Ints x for which <c>x op right</c> holds.</summary>
    public static IntTest Of(OperationCode comparison, long right) => comparison switch
    {
        OperationCode.Eq => new(right, 0, false),
        OperationCode.Ne => new(right, 0, true),
        OperationCode.Le => From(long.MinValue, right),
        OperationCode.Gt => From(long.MinValue, right) with { IsNegated = true },
        OperationCode.Ge => From(right, long.MaxValue),
        OperationCode.Lt => From(right, long.MaxValue) with { IsNegated = true },
        _ => throw new ArgumentOutOfRangeException(nameof(comparison)),
    };

    public bool Contains(long value) => (unchecked((ulong)(value - Low)) <= Span) != IsNegated;

    private static IntTest From(long low, long high) => new(low, unchecked((ulong)(high - low)), false);
}
