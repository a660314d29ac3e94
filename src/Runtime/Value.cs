using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace HogTrace.Runtime;

/// <summary>
/// A value of the language in 16 bytes; Bool, Int and Float are never boxed. Immutable; as with any struct of two
/// words, a field of this type that several threads write without a lock can tear.
/// </summary>
[DebuggerDisplay("{DebugText,nq}")]
public readonly partial struct Value
{
    // The markers are types, not objects: the JIT bakes typeof(X) into the code as a constant, where an object in a
    // static readonly field would cost a load and, stored to the heap, a write barrier. They are private, so that no
    // host value can be one.
    private sealed class BoolTag;

    private sealed class IntTag;

    private sealed class FloatTag;

    // A marker, or the string or object itself; null is None.
    private readonly object? _reference;
    private readonly long _bits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Value(object? reference, long bits)
    {
        _reference = reference;
        _bits = bits;
    }

    /// <summary>The value None, which is also <c>default</c>.</summary>
    public static Value None => default;

    /// <summary>The value True.</summary>
    public static Value True => FromBool(true);

    /// <summary>The value False.</summary>
    public static Value False => FromBool(false);

    /// <summary>What kind of value this is.</summary>
    public ValueKind Kind =>
        _reference is null ? ValueKind.None
        : IsInt ? ValueKind.Int
        : IsBool ? ValueKind.Bool
        : IsFloat ? ValueKind.Float
        : _reference is string ? ValueKind.String
        : ValueKind.Object;

    internal bool IsNone => _reference is null;

    internal bool IsInt => ReferenceEquals(_reference, typeof(IntTag));

    internal bool IsFloat => ReferenceEquals(_reference, typeof(FloatTag));

    internal bool IsBool => ReferenceEquals(_reference, typeof(BoolTag));

    internal bool IsString => _reference is string;

    internal bool IsObject => Kind == ValueKind.Object;

    /// <summary>The bits of an Int, Float or Bool; meaningless for any other kind.</summary>
    internal long Bits => _bits;

    /// <summary>The reference word: null, a marker, the string or the object.</summary>
    internal object? Reference => _reference;

    /// <summary>The Int; meaningless for any other kind.</summary>
    internal long UnsafeInt => _bits;

    /// <summary>The Float; meaningless for any other kind.</summary>
    internal double UnsafeFloat => BitConverter.Int64BitsToDouble(_bits);

    /// <summary>The Bool; meaningless for any other kind.</summary>
    internal bool UnsafeBool => _bits != 0;

    /// <summary>The string, or null for any other kind.</summary>
    internal string? StringOrNull => _reference as string;

    /// <summary>An Int.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value FromInt(long value) => new(typeof(IntTag), value);

    /// <summary>A Float.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value FromFloat(double value) => new(typeof(FloatTag), BitConverter.DoubleToInt64Bits(value));

    /// <summary>A Bool.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value FromBool(bool value) => new(typeof(BoolTag), value ? 1 : 0);

    /// <summary>A String; None for null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value FromString(string? value) => new(value, 0);

    /// <summary>
    /// Wraps a reference whose static type can't be a boxed primitive, <see cref="DBNull"/> or a character, without
    /// looking at it. Everything else goes through <see cref="FromObject"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Value FromReference(object? value) => new(value, 0);
}
