using System.Collections.Frozen;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace HogTrace.Runtime;

/// <summary>Names and numbers of enum constants.</summary>
internal static class EnumValues
{
    private static readonly ConditionalWeakTable<Type, FrozenDictionary<string, object>> s_byName = [];

    /// <summary>The number behind a constant; false when it is above the range of Int.</summary>
    public static bool TryGetInt(Enum constant, out long number)
    {
        if (constant.GetTypeCode() == TypeCode.UInt64)
        {
            ulong unsigned = ((IConvertible)constant).ToUInt64(CultureInfo.InvariantCulture);
            number = (long)unsigned;
            return unsigned <= long.MaxValue;
        }

        number = ((IConvertible)constant).ToInt64(CultureInfo.InvariantCulture);
        return true;
    }

    /// <summary>Whether <paramref name="name"/> is exactly a name of the constant; aliases count.</summary>
    public static bool HasName(Enum constant, string name) =>
        TryParse(constant.GetType(), name, out object? named) && constant.Equals(named);

    /// <summary>The constant of that exact name.</summary>
    public static bool TryParse(Type type, string name, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out object? constant) =>
        s_byName.GetValue(type, Read).TryGetValue(name, out constant);

    private static FrozenDictionary<string, object> Read(Type type)
    {
        Array values = Enum.GetValues(type);
        string[] names = Enum.GetNames(type);
        return names.Select((name, i) => KeyValuePair.Create(name, values.GetValue(i)!)).ToFrozenDictionary(StringComparer.Ordinal);
    }
}

/// <summary>Boxes of an enum's small constants, so that reading one over and over does not allocate.</summary>
internal static class EnumBoxes<T>
{
    // Filled without a lock: two threads may store equal boxes, and either may stay.
    private static readonly object?[] s_boxes = new object?[64];

    public static object Box(T value)
    {
        ulong bits = Unsafe.SizeOf<T>() switch
        {
            1 => Unsafe.As<T, byte>(ref value),
            2 => Unsafe.As<T, ushort>(ref value),
            4 => Unsafe.As<T, uint>(ref value),
            _ => Unsafe.As<T, ulong>(ref value),
        };
        if (bits >= (ulong)s_boxes.Length)
            return value!;
        return s_boxes[bits] ??= value!;
    }
}
