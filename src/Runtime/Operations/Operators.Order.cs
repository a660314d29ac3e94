using System.Runtime.CompilerServices;

namespace HogTrace.Runtime;

// Order: numbers by exact value, strings by code point, trusted types of one kind; NaN compares false.
internal static partial class Operators
{
    // What Compare gives for NaN, beside the usual -1, 0 and 1.
    private const int Unordered = 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FaultKind Lt(in Value a, in Value b, ref RunContext run, out bool result)
    {
        if (a.IsInt && b.IsInt)
        {
            result = a.UnsafeInt < b.UnsafeInt;
            return FaultKind.None;
        }

        FaultKind fault = Compare(a, b, ref run, out int order);
        result = order < 0;
        return fault;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FaultKind Gt(in Value a, in Value b, ref RunContext run, out bool result)
    {
        if (a.IsInt && b.IsInt)
        {
            result = a.UnsafeInt > b.UnsafeInt;
            return FaultKind.None;
        }

        FaultKind fault = Compare(a, b, ref run, out int order);
        result = order == 1;
        return fault;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FaultKind Le(in Value a, in Value b, ref RunContext run, out bool result)
    {
        if (a.IsInt && b.IsInt)
        {
            result = a.UnsafeInt <= b.UnsafeInt;
            return FaultKind.None;
        }

        FaultKind fault = Compare(a, b, ref run, out int order);
        result = fault == FaultKind.None && order <= 0;
        return fault;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FaultKind Ge(in Value a, in Value b, ref RunContext run, out bool result)
    {
        if (a.IsInt && b.IsInt)
        {
            result = a.UnsafeInt >= b.UnsafeInt;
            return FaultKind.None;
        }

        FaultKind fault = Compare(a, b, ref run, out int order);
        result = fault == FaultKind.None && order is 0 or 1;
        return fault;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static FaultKind Compare(in Value a, in Value b, ref RunContext run, out int order)
    {
        order = 0;
        if (Arithmetic.IsNumber(a) && Arithmetic.IsNumber(b))
        {
            order = ExactOrder.Compare(a, b) ?? Unordered;
            return FaultKind.None;
        }

        if (a.StringOrNull is { } x && b.StringOrNull is { } y)
        {
            FaultKind spent = run.TryTouchString(Math.Min(x.Length, y.Length));
            order = spent == FaultKind.None ? CodePointOrder.Compare(x, y) : Unordered;
            return spent;
        }

        if (a.IsObject && b.IsObject && a.Reference!.GetType() == b.Reference!.GetType() && TrustedTypes.IsOrdered(a.Reference.GetType()))
        {
            order = Math.Sign(((IComparable)a.Reference).CompareTo(b.Reference));
            return FaultKind.None;
        }

        return run.Fail(FaultKind.TypeMismatch, $"can't compare {TypeNames.Of(a)} and {TypeNames.Of(b)}");
    }
}
