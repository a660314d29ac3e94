using System.Collections.Immutable;

namespace HogTrace.Bytecode;

/// <summary>Source positions: varint triples of code-offset delta, zigzag source-offset delta and length.</summary>
internal static class PositionsCodec
{
    /// <summary>False unless code offsets ascend within the code, and spans lie in the source text when there is one.</summary>
    public static bool TryRead(
        ReadOnlySpan<byte> bytes, int codeLength, string sourceText, out ImmutableArray<CodePosition> positions)
    {
        positions = [];
        int sourceLength = sourceText.Length > 0 ? sourceText.Length : Limits.SourceBytes;
        var read = new Rows<CodePosition>();
        int lastCode = -1;
        int lastSource = 0;
        while (!bytes.IsEmpty)
        {
            if (!TryReadNumber(ref bytes, out int codeDelta) || !TryReadNumber(ref bytes, out int zigzag)
                || !TryReadNumber(ref bytes, out int length))
                return false;
            int code = Math.Max(lastCode, 0) + codeDelta;
            int source = lastSource + ((zigzag >> 1) ^ -(zigzag & 1));
            if (code <= lastCode || code >= codeLength || source < 0 || source + length > sourceLength)
                return false;
            read.Add(new CodePosition(code, source, length));
            lastCode = code;
            lastSource = source;
        }

        positions = read.ToImmutable();
        return true;
    }

    public static byte[] Write(ImmutableArray<CodePosition> positions)
    {
        var bytes = new List<byte>(positions.Length * 4);
        int lastCode = 0;
        int lastSource = 0;
        foreach (CodePosition position in positions)
        {
            int delta = position.SourceOffset - lastSource;
            WriteNumber(bytes, (uint)(position.CodeOffset - lastCode));
            WriteNumber(bytes, (uint)((delta << 1) ^ (delta >> 31)));
            WriteNumber(bytes, (uint)position.Length);
            lastCode = position.CodeOffset;
            lastSource = position.SourceOffset;
        }

        return [.. bytes];
    }

    /// <summary>No number of a sound triple is greater than twice a source, so sums of them never overflow.</summary>
    private static bool TryReadNumber(ref ReadOnlySpan<byte> bytes, out int number)
    {
        bool read = WireReader.TryReadVarint(ref bytes, out ulong value) && value <= 2 * Limits.SourceBytes;
        number = read ? (int)value : 0;
        return read;
    }

    private static void WriteNumber(List<byte> bytes, uint value)
    {
        for (; value >= 0x80; value >>= 7)
            bytes.Add((byte)(value | 0x80));
        bytes.Add((byte)value);
    }
}
