using System.Buffers.Binary;

namespace HogTrace.IlRewriting.Bodies;

/// <summary>What a body's header says (ECMA-335, II.25.4).</summary>
/// <param name="Size">The header's bytes; the code follows.</param>
/// <param name="CodeSize">The code's bytes.</param>
/// <param name="LocalSignatureToken">0 if there are no locals.</param>
/// <param name="HasSections">Whether exception clauses follow the code.</param>
internal readonly record struct BodyHeader(int Size, int CodeSize, int MaxStack, int LocalSignatureToken, bool InitLocals, bool HasSections)
{
    public const int FatSize = 12;

    private const int FormatMask = 0x3;
    private const int TinyFormat = 0x2;
    private const int FatFormat = 0x3;
    private const int TinyMaxStack = 8;
    private const int MoreSections = 0x8;
    private const int InitLocalsFlag = 0x10;
    private const int SizeShift = 12;

    public static bool TryRead(ReadOnlySpan<byte> body, out BodyHeader header)
    {
        header = default;
        if (body.IsEmpty)
            return false;
        if ((body[0] & FormatMask) == TinyFormat)
            header = new BodyHeader(1, body[0] >> 2, TinyMaxStack, 0, InitLocals: false, HasSections: false);
        else if ((body[0] & FormatMask) == FatFormat && body.Length >= FatSize)
            header = ReadFat(body);
        return header.Size != 0 && header.CodeSize > 0 && header.CodeSize <= body.Length - header.Size;
    }

    /// <summary>Writes it in the fat format.</summary>
    public void Write(Span<byte> body)
    {
        int flags = FatFormat | (HasSections ? MoreSections : 0) | (InitLocals ? InitLocalsFlag : 0) | (FatSize / sizeof(int) << SizeShift);
        BinaryPrimitives.WriteUInt16LittleEndian(body, (ushort)flags);
        BinaryPrimitives.WriteUInt16LittleEndian(body[2..], (ushort)MaxStack);
        BinaryPrimitives.WriteInt32LittleEndian(body[4..], CodeSize);
        BinaryPrimitives.WriteInt32LittleEndian(body[8..], LocalSignatureToken);
    }

    private static BodyHeader ReadFat(ReadOnlySpan<byte> body)
    {
        int flags = BinaryPrimitives.ReadUInt16LittleEndian(body);
        if (flags >> SizeShift != FatSize / sizeof(int))
            return default;
        return new BodyHeader(
            FatSize,
            BinaryPrimitives.ReadInt32LittleEndian(body[4..]),
            BinaryPrimitives.ReadUInt16LittleEndian(body[2..]),
            BinaryPrimitives.ReadInt32LittleEndian(body[8..]),
            (flags & InitLocalsFlag) != 0,
            (flags & MoreSections) != 0);
    }
}
