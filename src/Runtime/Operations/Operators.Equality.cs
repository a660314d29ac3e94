using System.Runtime.CompilerServices;

namespace HogTrace.Runtime;

// Equality: never an exception, and no fault but that of a used-up budget; Equals runs for trusted types alone.
internal static partial class Operators
{
    /// <summary>The instruction <c>==</c>: equality, and what looking at two strings of one length costs, be they one object or two: which, is nothing that a program says.</summary>
    public static FaultKind Eq(in Value a, in Value b, ref RunContext run, out bool result)
    {
        result = false;
        if (a.Reference is string x && b.Reference is string y && x.Length == y.Length
            && run.TryTouchString(x.Length) is var spent && spent != FaultKind.None)
            return spent;
        result = AreEqual(a, b);
        return FaultKind.None;
    }

    /// <summary>The instruction <c>!=</c>.</summary>
    public static FaultKind Ne(in Value a, in Value b, ref RunContext run, out bool result)
    {
        FaultKind fault = Eq(a, b, ref run, out bool isEqual);
        result = fault == FaultKind.None && !isEqual;
        return fault;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreEqual(in Value a, in Value b)
    {
        // The same word means the same kind, and the same string or object if it is one.
        if (ReferenceEquals(a.Reference, b.Reference))
            return a.IsFloat ? a.UnsafeFloat == b.UnsafeFloat : a.Bits == b.Bits;
        return AreEqualSlow(a, b);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool AreEqualSlow(in Value a, in Value b)
    {
        if (a.StringOrNull is { } text)
            return b.Reference is string other ? text == other : b.Reference is Enum named && EnumValues.HasName(named, text);
        if (Arithmetic.IsNumber(a) && Arithmetic.IsNumber(b))
            return ExactOrder.Compare(a, b) == 0;
        if (a.IsObject)
            return b.IsObject ? AreEqualObjects(a.Reference!, b.Reference!) : a.Reference is Enum constant && IsConstant(constant, b);
        return b.Reference is Enum right && IsConstant(right, a);
    }

    private static bool IsConstant(Enum constant, in Value value) =>
        value.StringOrNull is { } name
            ? EnumValues.HasName(constant, name)
            : value.IsInt && EnumValues.TryGetInt(constant, out long number) && number == value.UnsafeInt;

    private static bool AreEqualObjects(object a, object b) =>
        a.GetType() == b.GetType() && TrustedTypes.HasTrustedEquals(a) && a.Equals(b);
}
