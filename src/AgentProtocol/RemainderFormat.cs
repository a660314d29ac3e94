using System.Buffers.Binary;

namespace HogTrace.AgentProtocol;

/// <summary>
/// Messages in a file: kind, number, length of the payload, payload. The last one is <see cref="MessageKind.Ended"/>, unless
/// the process was gone before. What came over the channel as well has the same number there.
/// </summary>
internal static class RemainderFormat
{
    public const int HeaderBytes = sizeof(int) + sizeof(long) + sizeof(int);

    private const int NumberAt = sizeof(int), LengthAt = NumberAt + sizeof(long);

    public static void WriteHeader(Span<byte> header, MessageKind kind, long number, int length)
    {
        BinaryPrimitives.WriteInt32LittleEndian(header, (int)kind);
        BinaryPrimitives.WriteInt64LittleEndian(header[NumberAt..], number);
        BinaryPrimitives.WriteInt32LittleEndian(header[LengthAt..], length);
    }

    /// <summary>Takes a message off; false when there is no whole one.</summary>
    public static bool TryRead(ref ReadOnlySpan<byte> bytes, out MessageKind kind, out long number, out ReadOnlySpan<byte> payload)
    {
        (kind, number) = (default, 0);
        payload = default;
        if (bytes.Length < HeaderBytes)
            return false;
        int length = BinaryPrimitives.ReadInt32LittleEndian(bytes[LengthAt..]);
        if (length < 0 || length > bytes.Length - HeaderBytes)
            return false;
        kind = (MessageKind)BinaryPrimitives.ReadInt32LittleEndian(bytes);
        number = BinaryPrimitives.ReadInt64LittleEndian(bytes[NumberAt..]);
        payload = bytes.Slice(HeaderBytes, length);
        bytes = bytes[(HeaderBytes + length)..];
        return true;
    }
}
