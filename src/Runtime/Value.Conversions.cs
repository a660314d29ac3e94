using System.Globalization;
using System.Runtime.CompilerServices;

namespace HogTrace.Runtime;

public readonly partial struct Value
{
    /// <summary>The value of a host object: primitives become their kind, everything else is kept by reference.</summary>
    public static Value FromObject(object? value)
    {
        if (value is null)
            return None;
        if (value is string)
            return new(value, 0);
        if (value is ValueType)
            return FromBoxed(value);
        return value is DBNull ? None : new(value, 0);
    }

    /// <summary>The value of a host variable, resolved by its static type as far as that goes; never boxes a primitive.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value From<T>(T value)
    {
        // For value types every test below is decided when the method is compiled. The chain is kept short because a
        // caller with several arguments would otherwise use up the inliner's budget; the rest is one direct call. A bit cast,
        // where a box undone at once would do, allocates nothing in unoptimised code either.
        if (typeof(T).IsValueType)
        {
            if (typeof(T) == typeof(int))
                return FromInt(Unsafe.BitCast<T, int>(value));
            if (typeof(T) == typeof(long))
                return FromInt(Unsafe.BitCast<T, long>(value));
            if (typeof(T) == typeof(bool))
                return FromBool(Unsafe.BitCast<T, bool>(value));
            if (typeof(T) == typeof(double))
                return FromFloat(Unsafe.BitCast<T, double>(value));
            if (typeof(T) == typeof(Value))
                return Unsafe.BitCast<T, Value>(value);
            return FromValueType(value);
        }

        // Reference types share one body, in which typeof(T) is a dictionary lookup. Testing the object costs less.
        if (value is null or string)
            return new(value, 0);
        return FromObject(value);
    }

    /// <summary>As <see cref="From{T}(T)"/>, of a variable of which it may be known that it holds no scalar.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Value From<T>(T value, bool isPlain) =>
        !typeof(T).IsValueType && isPlain ? new(value, 0) : From(value);

    /// <summary>Whether a reference of the static type may be something that isn't an Object of the language, or a String.</summary>
    internal static bool MayHoldScalar(Type type) =>
        type == typeof(object) || type == typeof(ValueType) || type == typeof(DBNull) || type.IsInterface;

    /// <summary>The host's form: null, <see cref="bool"/>, <see cref="long"/>, <see cref="double"/>, string, or the object itself.</summary>
    public object? ToObject() => Kind switch
    {
        ValueKind.Bool => UnsafeBool,
        ValueKind.Int => UnsafeInt,
        ValueKind.Float => UnsafeFloat,
        _ => _reference,
    };

    /// <summary>The Bool, if it is one.</summary>
    public bool TryGetBool(out bool value)
    {
        value = IsBool && UnsafeBool;
        return IsBool;
    }

    /// <summary>The Int, if it is one.</summary>
    public bool TryGetInt(out long value)
    {
        value = IsInt ? UnsafeInt : 0;
        return IsInt;
    }

    /// <summary>The Float, if it is one; an Int is not converted.</summary>
    public bool TryGetFloat(out double value)
    {
        value = IsFloat ? UnsafeFloat : 0;
        return IsFloat;
    }

    /// <summary>The String, if it is one.</summary>
    public bool TryGetString([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
    {
        value = StringOrNull;
        return value is not null;
    }

    /// <summary>A Bool.</summary>
    public static implicit operator Value(bool value) => FromBool(value);

    /// <summary>An Int.</summary>
    public static implicit operator Value(int value) => FromInt(value);

    /// <summary>An Int.</summary>
    public static implicit operator Value(long value) => FromInt(value);

    /// <summary>A Float.</summary>
    public static implicit operator Value(double value) => FromFloat(value);

    /// <summary>A String; None for null.</summary>
    public static implicit operator Value(string? value) => FromString(value);

    // One instantiation a value type. The common nullable ones are unwrapped by hand.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Value FromValueType<T>(T value)
    {
        if (typeof(T) == typeof(byte))
            return FromInt(Unsafe.BitCast<T, byte>(value));
        if (typeof(T) == typeof(sbyte))
            return FromInt(Unsafe.BitCast<T, sbyte>(value));
        if (typeof(T) == typeof(short))
            return FromInt(Unsafe.BitCast<T, short>(value));
        if (typeof(T) == typeof(ushort))
            return FromInt(Unsafe.BitCast<T, ushort>(value));
        if (typeof(T) == typeof(uint))
            return FromInt(Unsafe.BitCast<T, uint>(value));
        if (typeof(T) == typeof(nint))
            return FromInt(Unsafe.BitCast<T, nint>(value));
        if (typeof(T) == typeof(ulong) && Unsafe.BitCast<T, ulong>(value) <= long.MaxValue)
            return FromInt((long)Unsafe.BitCast<T, ulong>(value));
        if (typeof(T) == typeof(nuint) && Unsafe.BitCast<T, nuint>(value) <= long.MaxValue)
            return FromInt((long)Unsafe.BitCast<T, nuint>(value));
        if (typeof(T) == typeof(char))
            return FromString(CharacterStrings.Of(Unsafe.BitCast<T, char>(value)));
        if (typeof(T) == typeof(float))
            return FromFloat(Unsafe.BitCast<T, float>(value));
        if (typeof(T) == typeof(Half))
            return FromFloat((double)Unsafe.BitCast<T, Half>(value));
        if (typeof(T) == typeof(int?))
            return Unsafe.BitCast<T, int?>(value) is { } i ? FromInt(i) : None;
        if (typeof(T) == typeof(long?))
            return Unsafe.BitCast<T, long?>(value) is { } l ? FromInt(l) : None;
        if (typeof(T) == typeof(double?))
            return Unsafe.BitCast<T, double?>(value) is { } d ? FromFloat(d) : None;
        if (typeof(T) == typeof(bool?))
            return Unsafe.BitCast<T, bool?>(value) is { } b ? FromBool(b) : None;
        if (typeof(T).IsEnum)
            return new(EnumBoxes<T>.Box(value), 0);
        if (default(T) is null)
            return NullableValues<T>.From(value);
        return FromObject(value);
    }

    private static Value FromBoxed(object value) => value switch
    {
        int i => FromInt(i),
        bool b => FromBool(b),
        long l => FromInt(l),
        double d => FromFloat(d),
        byte i => FromInt(i),
        char c => FromString(CharacterStrings.Of(c)),
        float f => FromFloat(f),
        uint i => FromInt(i),
        short i => FromInt(i),
        ushort i => FromInt(i),
        sbyte i => FromInt(i),
        ulong i when i <= long.MaxValue => FromInt((long)i),
        nint i => FromInt(i),
        nuint i when i <= long.MaxValue => FromInt((long)i),
        Half h => FromFloat((double)h),
        Int128 i when i >= long.MinValue && i <= long.MaxValue => FromInt((long)i),
        UInt128 i when i <= (UInt128)long.MaxValue => FromInt((long)i),
        Value v => v,
        _ => new(value, 0),
    };

    /// <summary>The text that <c>str</c> gives, but that an exception is its type's name: no code of the host runs.</summary>
    public override string ToString() => Kind switch
    {
        ValueKind.None => "None",
        ValueKind.Bool => UnsafeBool ? "True" : "False",
        ValueKind.Int => UnsafeInt.ToString(CultureInfo.InvariantCulture),
        ValueKind.Float => FloatText.Of(UnsafeFloat),
        ValueKind.String => (string)_reference!,
        _ => TrustedText.TryGet(_reference!, out string? text) ? text : TypeNames.Of(_reference!),
    };

    private string DebugText => Kind == ValueKind.String ? $"\"{_reference}\"" : $"{Kind} {ToString()}";
}
