using System.Buffers.Binary;

namespace HogTrace.Cli.Attaching.NetTrace;

/// <summary>Reads a stream and knows how far it has come: blocks are aligned to their place in it.</summary>
internal sealed class PositionedStream(Stream stream)
{
    private const int Alignment = 4;

    private readonly byte[] _small = new byte[sizeof(int)];
    private long _position;

    public void Read(Span<byte> bytes)
    {
        stream.ReadExactly(bytes);
        _position += bytes.Length;
    }

    public byte ReadByte()
    {
        Read(_small.AsSpan(0, 1));
        return _small[0];
    }

    public int ReadInt32()
    {
        Read(_small);
        return BinaryPrimitives.ReadInt32LittleEndian(_small);
    }

    public void Align()
    {
        int excess = (int)(_position % Alignment);
        if (excess != 0)
            Read(_small.AsSpan(0, Alignment - excess));
    }
}
