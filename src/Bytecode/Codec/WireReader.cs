using System.Buffers.Binary;

namespace HogTrace.Bytecode;

/// <summary>Walks the fields of a protobuf message in place: it allocates nothing and copies nothing.</summary>
/// <remarks>
/// The generated parser is not used for reading because it builds the whole message before any limit can be
/// checked and does not tell one mistake from another.
/// </remarks>
internal ref struct WireReader(ReadOnlySpan<byte> message)
{
    private ReadOnlySpan<byte> _rest = message;

    public int Field { get; private set; }

    public WireType Type { get; private set; }

    /// <summary>The value of a varint or fixed field.</summary>
    public ulong Number { get; private set; }

    /// <summary>The value of a length-delimited field.</summary>
    public ReadOnlySpan<byte> Bytes { get; private set; }

    /// <summary>Whether reading stopped before the end.</summary>
    public bool IsMalformed { get; private set; }

    /// <summary>Reads the next field with its value; groups, which no known field is, are passed over.</summary>
    public bool Next()
    {
        while (!_rest.IsEmpty && !IsMalformed)
        {
            if (!TryReadField() || Type == WireType.EndGroup || (Type == WireType.StartGroup && !TrySkipGroup()))
                IsMalformed = true;
            else if (Type != WireType.EndGroup)
                return true;
        }

        return false;
    }

    /// <summary>Reads one base-128 number and takes it off the bytes.</summary>
    public static bool TryReadVarint(ref ReadOnlySpan<byte> bytes, out ulong value)
    {
        value = 0;
        for (int i = 0; i < bytes.Length && i < 10; i++)
        {
            value |= (ulong)(bytes[i] & 0x7f) << (7 * i);
            if (bytes[i] < 0x80)
            {
                bytes = bytes[(i + 1)..];
                return true;
            }
        }

        return false;
    }

    private bool TryReadField()
    {
        if (!TryReadVarint(ref _rest, out ulong tag) || tag is > uint.MaxValue or < 8)
            return false;
        Field = (int)(tag >> 3);
        Type = (WireType)(tag & 7);
        ulong number = 0;
        switch (Type)
        {
            case WireType.Varint:
                if (!TryReadVarint(ref _rest, out number))
                    return false;
                break;
            case WireType.Fixed64 when _rest.Length >= sizeof(ulong):
                number = BinaryPrimitives.ReadUInt64LittleEndian(_rest);
                _rest = _rest[sizeof(ulong)..];
                break;
            case WireType.Fixed32 when _rest.Length >= sizeof(uint):
                number = BinaryPrimitives.ReadUInt32LittleEndian(_rest);
                _rest = _rest[sizeof(uint)..];
                break;
            case WireType.Length:
                return TryReadBytes();
            case WireType.StartGroup or WireType.EndGroup:
                break;
            default:
                return false;
        }

        Number = number;
        return true;
    }

    private bool TryReadBytes()
    {
        if (!TryReadVarint(ref _rest, out ulong length) || length > (ulong)_rest.Length)
            return false;
        Bytes = _rest[..(int)length];
        _rest = _rest[(int)length..];
        return true;
    }

    /// <summary>Leaves <see cref="Type"/> at the group's end, which <see cref="Next"/> passes over.</summary>
    private bool TrySkipGroup()
    {
        Span<int> open = stackalloc int[Limits.WireGroups];
        open[0] = Field;
        int depth = 1;
        while (depth > 0)
        {
            if (!TryReadField())
                return false;
            if (Type == WireType.StartGroup)
            {
                if (depth == open.Length)
                    return false;
                open[depth++] = Field;
            }
            else if (Type == WireType.EndGroup && open[--depth] != Field)
            {
                return false;
            }
        }

        return true;
    }
}
