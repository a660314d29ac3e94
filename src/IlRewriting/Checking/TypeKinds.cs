using HogTrace.IlRewriting.Signatures;

namespace HogTrace.IlRewriting.Checking;

/// <summary>What values of a type are on the evaluation stack.</summary>
internal sealed class TypeKinds(IMetadataView metadata)
{
    /// <summary>Of a type by its token.</summary>
    public StackType Of(int typeToken) =>
        metadata.Type(typeToken) is { } type && TryRead(type, out var read) ? Of(read) : StackType.Unknown;

    public StackType Of(TypeSignature type) => type.IsReference ? new(StackKind.Reference) : Of(type.Element);

    public StackType Of(byte[] element)
    {
        switch ((ElementType)element[0])
        {
            case ElementType.ValueType:
                return OfValueType(element, 1);
            case ElementType.Instance:
                return (ElementType)element[1] == ElementType.ValueType ? OfValueType(element, 2) : new(StackKind.Object);
            case ElementType.TypeParameter or ElementType.MethodParameter or ElementType.TypedReference:
                return Value(element);
            case ElementType.RequiredModifier or ElementType.OptionalModifier or ElementType.Reference:
                return TryRead(element, out var read) ? Of(read) : StackType.Unknown;
            default:
                return Primitive((ElementType)element[0]) is { } kind ? new(kind) : StackType.Unknown;
        }
    }

    private StackType OfValueType(byte[] element, int at)
    {
        var reader = new SignatureReader(element.AsSpan(at));
        if (!reader.TryNumber(out int number) || metadata.EnumType(SignatureWriter.DecodeTypeToken(number)) is not { } underlying)
            return StackType.Unknown;
        return Primitive(underlying) is { } kind ? new(kind) : Value(element);
    }

    private static StackType Value(byte[] element) => new(StackKind.Value, System.Text.Encoding.Latin1.GetString(element));

    private static bool TryRead(byte[] type, out TypeSignature read) => new SignatureReader(type).TryType(out read);

    private static StackKind? Primitive(ElementType element) => element switch
    {
        >= ElementType.Boolean and <= ElementType.UInt32 => StackKind.Int32,
        ElementType.Int64 or ElementType.UInt64 => StackKind.Int64,
        ElementType.Float32 or ElementType.Float64 => StackKind.Float,
        ElementType.NativeInt or ElementType.NativeUInt or ElementType.Pointer or ElementType.FunctionPointer => StackKind.NativeInt,
        ElementType.String or ElementType.Object or ElementType.Class or ElementType.Vector or ElementType.Array => StackKind.Object,
        _ => null,
    };
}
