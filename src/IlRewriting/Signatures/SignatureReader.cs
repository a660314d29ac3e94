namespace HogTrace.IlRewriting.Signatures;

/// <summary>Reads a signature's bytes. What is malformed is false, and the position then means nothing.</summary>
internal ref struct SignatureReader(ReadOnlySpan<byte> signature)
{
    /// <summary>How deep types may be nested.</summary>
    private const int MaximumNesting = 200;

    private readonly ReadOnlySpan<byte> _signature = signature;

    /// <summary>If set, gets each type parameter that is moved past.</summary>
    public List<ParameterUse>? Uses { get; init; }

    public int Position { get; private set; }

    public readonly bool AtEnd => Position >= _signature.Length;

    /// <summary>The byte that comes, not yet taken.</summary>
    public readonly ElementType Peek => AtEnd ? ElementType.None : (ElementType)_signature[Position];

    public bool TryByte(out byte value)
    {
        value = AtEnd ? (byte)0 : _signature[Position];
        return !AtEnd && ++Position > 0;
    }

    /// <summary>A compressed number (II.23.2).</summary>
    public bool TryNumber(out int value)
    {
        value = 0;
        if (!TryByte(out byte first))
            return false;
        int more = first switch { < 0x80 => 0, < 0xC0 => 1, < 0xE0 => 3, _ => -1 };
        if (more < 0 || _signature.Length - Position < more)
            return false;
        value = more switch { 0 => first, 1 => first & 0x3F, _ => first & 0x1F };
        for (int i = 0; i < more; i++)
            value = (value << 8) | _signature[Position++];
        return true;
    }

    /// <summary>A type of a parameter, local or field, or what is returned.</summary>
    public bool TryType(out TypeSignature type)
    {
        type = default;
        bool reference = false;
        if (!TrySkipModifiers())
            return false;
        if (Peek == ElementType.Reference)
        {
            reference = true;
            Position++;
            if (!TrySkipModifiers())
                return false;
        }

        int start = Position;
        if (!TrySkipElement(MaximumNesting))
            return false;
        type = new TypeSignature(reference, _signature[start..Position].ToArray());
        return true;
    }

    /// <summary>Moves past a type, what it begins with included.</summary>
    public bool TrySkipType(int nesting = MaximumNesting) => TrySkipModifiers() && TrySkipElement(nesting);

    /// <summary>Moves past modifiers, and what pins a local.</summary>
    private bool TrySkipModifiers()
    {
        while (Peek is ElementType.RequiredModifier or ElementType.OptionalModifier or ElementType.Pinned)
        {
            bool pinned = Peek == ElementType.Pinned;
            Position++;
            if (!pinned && !TryNumber(out _))
                return false;
        }

        return true;
    }

    private bool TrySkipElement(int nesting)
    {
        if (nesting <= 0 || !TryByte(out byte element))
            return false;
        switch ((ElementType)element)
        {
            case >= ElementType.Void and <= ElementType.String:
            case ElementType.TypedReference or ElementType.NativeInt or ElementType.NativeUInt or ElementType.Object:
                return true;
            case ElementType.ValueType or ElementType.Class:
                return TryNumber(out _);
            case ElementType.TypeParameter or ElementType.MethodParameter:
                return TryParameter((ElementType)element);
            case ElementType.Pointer or ElementType.Reference or ElementType.Vector:
                return TrySkipType(nesting - 1);
            case ElementType.Array:
                return TrySkipType(nesting - 1) && TryNumber(out _) && TrySkipNumbers() && TrySkipNumbers();
            case ElementType.Instance:
                return TryByte(out byte kind) && (ElementType)kind is ElementType.Class or ElementType.ValueType
                    && TryNumber(out _) && TryNumber(out int arguments) && TrySkipTypes(arguments, nesting - 1);
            case ElementType.FunctionPointer:
                return TryCallHeader(out _, out _, out int parameters) && parameters < int.MaxValue && TrySkipTypes(parameters + 1, nesting - 1);
            default:
                return false;
        }
    }

    /// <summary>What the signature of a method or function pointer begins with, up to the type that is returned.</summary>
    public bool TryCallHeader(out byte convention, out int typeParameters, out int parameters)
    {
        typeParameters = parameters = 0;
        return TryByte(out convention)
            && ((convention & MethodSignature.Generic) == 0 || TryNumber(out typeParameters))
            && TryNumber(out parameters);
    }

    private bool TryParameter(ElementType kind)
    {
        int start = Position - 1;
        if (!TryNumber(out int number))
            return false;
        Uses?.Add(new ParameterUse(start, Position, kind, number));
        return true;
    }

    private bool TrySkipTypes(int count, int nesting)
    {
        for (int i = 0; i < count; i++)
        {
            if (Peek == ElementType.Sentinel)
                Position++;
            if (!TrySkipType(nesting))
                return false;
        }

        return true;
    }

    private bool TrySkipNumbers()
    {
        if (!TryNumber(out int count))
            return false;
        for (int i = 0; i < count; i++)
        {
            if (!TryNumber(out _))
                return false;
        }

        return true;
    }
}
