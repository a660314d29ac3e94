using HogTrace.Runtime;

namespace HogTrace.IlBackend.Typing;

/// <summary>What the static type of a host variable says of its value in the language, and how IL turns one into the other.</summary>
internal static class HostTypes
{
    /// <summary>Unknown for types whose values have several kinds, or one that isn't compiled.</summary>
    public static StaticValue Of(Type type)
    {
        if (type == typeof(nint))
            return StaticValue.Int(IntRange.All);
        if (IsUnsignedWord(type))
            return StaticValue.Int(new IntRange(0, long.MaxValue));
        if (type.IsEnum)
            return default;
        return Type.GetTypeCode(type) switch
        {
            TypeCode.Boolean => StaticValue.Bool,
            TypeCode.SByte => StaticValue.Int(new IntRange(sbyte.MinValue, sbyte.MaxValue)),
            TypeCode.Byte => StaticValue.Int(new IntRange(0, byte.MaxValue)),
            TypeCode.Int16 => StaticValue.Int(new IntRange(short.MinValue, short.MaxValue)),
            TypeCode.UInt16 => StaticValue.Int(new IntRange(0, ushort.MaxValue)),
            TypeCode.Int32 => StaticValue.Int(new IntRange(int.MinValue, int.MaxValue)),
            TypeCode.UInt32 => StaticValue.Int(new IntRange(0, uint.MaxValue)),
            TypeCode.Int64 => StaticValue.Int(IntRange.All),
            TypeCode.Single or TypeCode.Double => StaticValue.Float,
            TypeCode.String => StaticValue.String,
            TypeCode.Object when HoldsNoScalar(type) => new StaticValue(StaticKind.Object, type),
            _ => default,
        };
    }

    /// <summary>Whether the value is an Int only up to the largest Int; above, it is an Object.</summary>
    public static bool IsUnsignedWord(Type type) => type == typeof(ulong) || type == typeof(nuint);

    /// <summary>Whether an instance is exactly of its static type. Arrays and delegates convert to other types of their like.</summary>
    public static bool IsExact(Type type) => type.IsSealed && !type.IsArray && !typeof(Delegate).IsAssignableFrom(type);

    /// <summary>Brings a host variable on the stack into the form of its kind.</summary>
    public static void Convert(Type type, Emit.IlWriter writer)
    {
        if (type == typeof(bool))
        {
            // Unsafe code can make a bool of other bits, which are true.
            writer.Not();
            writer.Not();
            return;
        }

        if (type == typeof(long) || type == typeof(double) || !type.IsValueType)
            return;
        if (type == typeof(float))
            writer.ToDouble();
        else if (type == typeof(byte) || type == typeof(ushort) || type == typeof(uint) || IsUnsignedWord(type))
            writer.UnsignedToInt64();
        else
            writer.ToInt64();
    }

    // Boxed primitives, enums and DBNull have only these classes above them; our own mappings have keys for members.
    private static bool HoldsNoScalar(Type type) =>
        type.IsClass && type != typeof(object) && type != typeof(ValueType) && type != typeof(Enum)
        && !type.IsPointer && !type.IsByRef && !typeof(Mapping).IsAssignableFrom(type);
}
