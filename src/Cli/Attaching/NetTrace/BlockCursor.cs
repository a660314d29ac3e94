using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace HogTrace.Cli.Attaching.NetTrace;

/// <summary>Reads the content of a block.</summary>
internal ref struct BlockCursor(ReadOnlySpan<byte> block)
{
    private const int MaxVarintBits = 64;

    private ReadOnlySpan<byte> _rest = block;

    public readonly bool IsAtEnd => _rest.IsEmpty;

    public ReadOnlySpan<byte> Take(int length)
    {
        if ((uint)length > (uint)_rest.Length)
            throw new InvalidDataException("The event stream is malformed: an event is longer than its block.");
        var taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }

    public byte TakeByte() => Take(1)[0];

    public short TakeInt16() => BinaryPrimitives.ReadInt16LittleEndian(Take(sizeof(short)));

    public int TakeInt32() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

    public ulong TakeVarint()
    {
        ulong value = 0;
        for (int shift = 0; shift < MaxVarintBits; shift += 7)
        {
            byte part = TakeByte();
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
                return value;
        }

        throw new InvalidDataException("The event stream is malformed: a number has no end.");
    }

    /// <summary>UTF-16 up to a zero.</summary>
    public string TakeText()
    {
        var characters = MemoryMarshal.Cast<byte, char>(_rest);
        int length = characters.IndexOf('\0');
        if (length < 0)
            throw new InvalidDataException("The event stream is malformed: a text has no end.");
        string text = new(characters[..length]);
        Take(sizeof(char) * (length + 1));
        return text;
    }
}
