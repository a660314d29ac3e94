using HogTrace.IlRewriting.Signatures;

namespace HogTrace.IlRewriting.Checking;

/// <summary>Kinds of values on the evaluation stack (ECMA-335, III.1.1).</summary>
internal enum StackKind : byte
{
    Int32,
    Int64,
    NativeInt,
    Float,
    Object,

    /// <summary>A managed reference to memory.</summary>
    Reference,

    /// <summary>A struct, or a value of a type parameter.</summary>
    Value,

    /// <summary>Anything: its type can't be told.</summary>
    Unknown,
}

/// <summary>The type of a value on the evaluation stack, as coarse as the checker tells them apart.</summary>
/// <param name="Signature">Of values, their type's signature; else empty.</param>
internal readonly record struct StackType(StackKind Kind, string Signature = "")
{
    public static StackType Unknown { get; } = new(StackKind.Unknown);

    /// <summary>Whether it is the value of a type parameter.</summary>
    public bool IsParameter => Kind == StackKind.Value && (ElementType)Signature[0] is (ElementType.TypeParameter or ElementType.MethodParameter);

    public bool IsAddress => Kind is StackKind.Reference or StackKind.NativeInt or StackKind.Unknown;

    public bool IsIndex => Kind is StackKind.Int32 or StackKind.NativeInt or StackKind.Unknown;

    /// <summary>Whether one can be where the other is expected. Of references, what they refer to isn't compared.</summary>
    public bool Fits(StackType other) =>
        this == other || Kind == StackKind.Unknown || other.Kind == StackKind.Unknown || Join(other) is not null;

    /// <summary>What holds either; null if nothing does.</summary>
    public StackType? Join(StackType other)
    {
        if (this == other)
            return this;
        if (Kind == StackKind.Unknown || other.Kind == StackKind.Unknown)
            return Unknown;
        if (IsIndex && other.IsIndex)
            return new(StackKind.NativeInt);
        return IsAddress && other.IsAddress ? new(StackKind.Reference) : null;
    }

    public override string ToString() =>
        Kind == StackKind.Value ? $"Value {Convert.ToHexString(System.Text.Encoding.Latin1.GetBytes(Signature))}" : Kind.ToString();
}
