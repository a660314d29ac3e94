using HogTrace.IlRewriting.Bodies;

namespace HogTrace.IlRewriting.Signatures;

/// <summary>The types of a body's locals (ECMA-335, II.23.2.6).</summary>
internal sealed class LocalsSignature
{
    /// <summary>One less than the instructions' numbers allow, as the format has it.</summary>
    public const int MaximumLocals = 0xFFFE;

    private const byte Marker = 0x07;

    private readonly byte[] _types;

    private LocalsSignature(TypeSignature[] locals, byte[] types)
    {
        Locals = locals;
        _types = types;
    }

    public static LocalsSignature Empty { get; } = new([], []);

    public TypeSignature[] Locals { get; }

    /// <summary>That of a method's body; null if it is missing or malformed.</summary>
    public static LocalsSignature? TryOf(MethodDescription method, MethodBody body)
    {
        if (body.LocalSignatureToken == 0)
            return Empty;
        return method.LocalSignature is { } signature ? TryParse(signature) : null;
    }

    /// <summary>Null if the bytes are no such signature.</summary>
    public static LocalsSignature? TryParse(ReadOnlySpan<byte> signature)
    {
        var reader = new SignatureReader(signature);
        if (!reader.TryByte(out byte marker) || marker != Marker || !reader.TryNumber(out int count) || count > signature.Length)
            return null;
        int start = reader.Position;
        var locals = new TypeSignature[count];
        for (int i = 0; i < count; i++)
        {
            if (!reader.TryType(out locals[i]))
                return null;
        }

        return new LocalsSignature(locals, signature[start..reader.Position].ToArray());
    }

    /// <summary>The signature with more locals after its own, which stay as they are.</summary>
    public byte[] With(IReadOnlyCollection<byte[]> added)
    {
        var writer = new SignatureWriter().Byte(Marker).Number(Locals.Length + added.Count).Bytes(_types);
        foreach (byte[] type in added)
            writer.Bytes(type);
        return writer.ToArray();
    }
}
