namespace HogTrace.IlRewriting.Signatures;

/// <summary>Writes a signature's bytes.</summary>
internal sealed class SignatureWriter
{
    private const int TypeDefTable = 0x02;
    private const int TypeRefTable = 0x01;
    private const int TypeSpecTable = 0x1B;

    private readonly List<byte> _bytes = [];

    public byte[] ToArray() => [.. _bytes];

    public SignatureWriter Byte(int value)
    {
        _bytes.Add((byte)value);
        return this;
    }

    public SignatureWriter Element(ElementType element) => Byte((int)element);

    public SignatureWriter Bytes(ReadOnlySpan<byte> bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    /// <summary>A compressed number (ECMA-335, II.23.2), below 2²⁹.</summary>
    public SignatureWriter Number(int value) => value switch
    {
        < 0x80 => Byte(value),
        < 0x4000 => Byte((value >> 8) | 0x80).Byte(value),
        _ => Byte((value >> 24) | 0xC0).Byte(value >> 16).Byte(value >> 8).Byte(value),
    };

    /// <summary>The token of a type definition, reference or specification.</summary>
    public SignatureWriter TypeToken(int token) => Number(((token & 0xFFFFFF) << 2) | ((token >>> 24) switch
    {
        TypeDefTable => 0,
        TypeRefTable => 1,
        _ => 2,
    }));

    /// <summary>The token that <see cref="TypeToken"/> wrote as a number.</summary>
    public static int DecodeTypeToken(int number) => (number >> 2) | ((number & 3) switch
    {
        0 => TypeDefTable << 24,
        1 => TypeRefTable << 24,
        _ => TypeSpecTable << 24,
    });

    /// <summary>An instance of a generic type.</summary>
    public SignatureWriter Instance(ElementType kind, int typeToken, IReadOnlyList<byte[]> arguments)
    {
        Element(ElementType.Instance).Element(kind).TypeToken(typeToken).Number(arguments.Count);
        foreach (byte[] argument in arguments)
            Bytes(argument);
        return this;
    }
}
