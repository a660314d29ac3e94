using System.Runtime.CompilerServices;

namespace HogTrace.Runtime;

// Equality: never a fault, never an exception; Equals runs for trusted types alone.
internal static partial class Operators
{
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
