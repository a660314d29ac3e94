namespace HogTrace.IlRewriting.Signatures;

/// <summary>What the type parameters of a member stand for where it is used.</summary>
internal sealed record TypeArguments(byte[][] OfType, byte[][] OfMethod)
{
    private const byte MethodInstantiation = 0x0A;

    public static TypeArguments None { get; } = new([], []);

    /// <summary>The arguments of a generic type's instance; none for other types.</summary>
    public static byte[][] OfInstance(ReadOnlySpan<byte> type)
    {
        var reader = new SignatureReader(type);
        if (reader.Peek != ElementType.Instance || !reader.TryByte(out _) || !reader.TryByte(out _) || !reader.TryNumber(out _))
            return [];
        return Read(ref reader, type);
    }

    /// <summary>The arguments in the signature of a method's instantiation.</summary>
    public static byte[][] OfInstantiation(ReadOnlySpan<byte> instantiation)
    {
        var reader = new SignatureReader(instantiation);
        return reader.TryByte(out byte marker) && marker == MethodInstantiation ? Read(ref reader, instantiation) : [];
    }

    /// <summary>A type with its parameters replaced. Parameters without argument stay.</summary>
    public byte[] Substitute(byte[] type)
    {
        if (OfType.Length == 0 && OfMethod.Length == 0)
            return type;
        List<ParameterUse> uses = [];
        var reader = new SignatureReader(type) { Uses = uses };
        if (!reader.TrySkipType() || uses.Count == 0)
            return type;
        var writer = new SignatureWriter();
        int copied = 0;
        foreach (var use in uses)
        {
            byte[][] arguments = use.Kind == ElementType.TypeParameter ? OfType : OfMethod;
            if (use.Number >= arguments.Length)
                continue;
            writer.Bytes(type.AsSpan(copied..use.Start)).Bytes(arguments[use.Number]);
            copied = use.End;
        }

        return writer.Bytes(type.AsSpan(copied)).ToArray();
    }

    private static byte[][] Read(ref SignatureReader reader, ReadOnlySpan<byte> signature)
    {
        if (!reader.TryNumber(out int count) || count > signature.Length)
            return [];
        var arguments = new byte[count][];
        for (int i = 0; i < count; i++)
        {
            int start = reader.Position;
            if (!reader.TrySkipType())
                return [];
            arguments[i] = signature[start..reader.Position].ToArray();
        }

        return arguments;
    }
}
