using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace HogTrace.Runtime;

/// <summary>
/// Lookup by key in objects of one host type. It runs the comparer of the host's mapping, and may throw what that throws.
/// </summary>
internal abstract class MappingAccess
{
    /// <summary>Whether the mapping can have Strings as keys, so that attributes fall back to them.</summary>
    public abstract bool HasStringKeys { get; }

    /// <summary>Whether a value can be a key of the mapping at all.</summary>
    public abstract bool Accepts(in Value key);

    /// <summary>Looks up a key that is accepted.</summary>
    public abstract bool TryGet(object mapping, in Value key, out Value value);

    public static MappingAccess? For(Type type)
    {
        if (TypeShape.Is<Mapping>(type))
            return new OfMapping();
        if (TypeShape.ArgumentsOf(type, typeof(IReadOnlyDictionary<,>)) is { } readOnly)
            return TypeShape.Make<MappingAccess>(typeof(OfReadOnly<,>), readOnly);
        if (TypeShape.ArgumentsOf(type, typeof(IDictionary<,>)) is { } arguments)
            return TypeShape.Make<MappingAccess>(typeof(OfGeneric<,>), arguments);
        return TypeShape.Is<IDictionary>(type) ? new OfUntyped() : null;
    }

    private sealed class OfMapping : MappingAccess
    {
        public override bool HasStringKeys => true;

        public override bool Accepts(in Value key) => true;

        public override bool TryGet(object mapping, in Value key, out Value value) => ((Mapping)mapping).TryGet(key, out value);
    }

    private abstract class Typed<TKey> : MappingAccess
    {
        public override bool HasStringKeys => typeof(TKey) == typeof(string) || typeof(TKey) == typeof(object);

        public override bool Accepts(in Value key) => Keys.TryConvert<TKey>(key, out _);
    }

    private sealed class OfReadOnly<TKey, TValue> : Typed<TKey>
    {
        public override bool TryGet(object mapping, in Value key, out Value value)
        {
            value = default;
            if (!Keys.TryConvert(key, out TKey? typed) || !((IReadOnlyDictionary<TKey, TValue>)mapping).TryGetValue(typed, out TValue? item))
                return false;
            value = Value.From(item);
            return true;
        }
    }

    private sealed class OfGeneric<TKey, TValue> : Typed<TKey>
    {
        public override bool TryGet(object mapping, in Value key, out Value value)
        {
            value = default;
            if (!Keys.TryConvert(key, out TKey? typed) || !((IDictionary<TKey, TValue>)mapping).TryGetValue(typed, out TValue? item))
                return false;
            value = Value.From(item);
            return true;
        }
    }

    private sealed class OfUntyped : MappingAccess
    {
        public override bool HasStringKeys => true;

        public override bool Accepts(in Value key) => !key.IsNone;

        // A boxed int is the host's usual integer key, and unequal to the long that an Int is.
        public override bool TryGet(object mapping, in Value key, out Value value)
        {
            var dictionary = (IDictionary)mapping;
            return (key.IsInt && key.UnsafeInt == (int)key.UnsafeInt && TryGet(dictionary, (int)key.UnsafeInt, out value))
                || TryGet(dictionary, key.ToObject()!, out value);
        }

        private static bool TryGet(IDictionary mapping, object key, out Value value)
        {
            bool found = mapping.Contains(key);
            value = found ? Value.FromObject(mapping[key]) : default;
            return found;
        }
    }
}

/// <summary>Values as keys of a host mapping.</summary>
internal static class Keys
{
    /// <summary>Converts without loss; false when the value is none of the type's.</summary>
    public static bool TryConvert<TKey>(in Value key, [NotNullWhen(true)] out TKey? typed)
    {
        object? boxed = key.IsInt ? OfInt<TKey>(key.UnsafeInt) : key.ToObject();
        if (typeof(TKey).IsEnum && boxed is string name && EnumValues.TryParse(typeof(TKey), name, out object? constant))
            boxed = constant;
        else if (typeof(TKey) == typeof(char) && boxed is string { Length: 1 } unit)
            boxed = unit[0];
        if (boxed is TKey converted)
        {
            typed = converted;
            return true;
        }

        typed = default;
        return false;
    }

    private static object? OfInt<TKey>(long value)
    {
        if (typeof(TKey).IsEnum)
            return EnumOf(typeof(TKey), value);
        return Type.GetTypeCode(typeof(TKey)) switch
        {
            TypeCode.Int32 when value == (int)value => (int)value,
            TypeCode.Byte when value == (byte)value => (byte)value,
            TypeCode.SByte when value == (sbyte)value => (sbyte)value,
            TypeCode.Int16 when value == (short)value => (short)value,
            TypeCode.UInt16 when value == (ushort)value => (ushort)value,
            TypeCode.UInt32 when value == (uint)value => (uint)value,
            TypeCode.UInt64 when value >= 0 => (ulong)value,
            _ => value,
        };
    }

    // Enum.ToObject truncates; a number that doesn't come back the same is no constant of the type.
    private static Enum? EnumOf(Type type, long value)
    {
        var constant = (Enum)Enum.ToObject(type, value);
        return EnumValues.TryGetInt(constant, out long back) && back == value ? constant : null;
    }
}
