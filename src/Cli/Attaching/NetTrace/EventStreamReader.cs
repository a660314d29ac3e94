namespace HogTrace.Cli.Attaching.NetTrace;

/// <summary>A handler of an event's fields.</summary>
internal delegate void EventHandler(ReadOnlySpan<byte> fields);

/// <summary>
/// Reads the events of one provider from a runtime's event stream, version 4 of the format, each as soon as its block is
/// there. Readers that put the events of all threads in order hold the last ones back until later ones come, which for a
/// probe that fires once is never.
/// </summary>
/// <param name="stream">The stream.</param>
/// <param name="provider">Whose events are wanted.</param>
/// <param name="onEvent">Takes them.</param>
internal sealed class EventStreamReader(Stream stream, string provider, EventHandler onEvent)
{
    private const byte NullReference = 1, BeginObject = 5, EndObject = 6;
    private const int KnownVersion = 4;
    private const int TraceLength = 48;
    private const int MaxBlockLength = 64 << 20;
    private const int MaxNameLength = 256;

    private readonly PositionedStream _stream = new(stream);
    private readonly HashSet<int> _wanted = [];
    private byte[] _block = new byte[128 << 10];

    private static ReadOnlySpan<byte> Magic => "Nettrace\u0014\0\0\0!FastSerialization.1"u8;

    /// <summary>Reads to the end; throws IOException or InvalidDataException where the stream breaks off or makes no sense.</summary>
    public void Read()
    {
        Span<byte> magic = stackalloc byte[Magic.Length];
        _stream.Read(magic);
        Require(magic.SequenceEqual(Magic), "it begins with something else");
        while (ReadTag() is var tag && tag != NullReference)
        {
            Require(tag == BeginObject, "an object is missing");
            ReadObject();
            Require(ReadTag() == EndObject, "an object has no end");
        }
    }

    private void ReadObject()
    {
        Require(ReadTag() == BeginObject && ReadTag() == NullReference, "an object has no type");
        int version = _stream.ReadInt32();
        _stream.ReadInt32();                        // the oldest reader that understands it
        int length = _stream.ReadInt32();
        Require(length is >= 0 and <= MaxNameLength, "a name is too long");
        Span<byte> name = stackalloc byte[length];
        _stream.Read(name);
        Require(ReadTag() == EndObject, "a type has no end");
        if (name.SequenceEqual("Trace"u8))
        {
            Require(version == KnownVersion, $"its version is {version}");
            _stream.Read(_block.AsSpan(0, TraceLength));
            return;
        }

        var block = ReadBlock();
        if (name.SequenceEqual("EventBlock"u8))
            ReadEvents(block);
        else if (name.SequenceEqual("MetadataBlock"u8))
            ReadMetadata(block);
    }

    private ReadOnlySpan<byte> ReadBlock()
    {
        int length = _stream.ReadInt32();
        Require(length is >= 0 and <= MaxBlockLength, "a block is too long");
        _stream.Align();
        if (length > _block.Length)
            _block = new byte[length];
        var block = _block.AsSpan(0, length);
        _stream.Read(block);
        return block;
    }

    private void ReadEvents(ReadOnlySpan<byte> block)
    {
        var events = new EventBlock(block);
        while (events.Next())
        {
            if (_wanted.Contains(events.MetadataId))
                onEvent(events.Payload);
        }
    }

    private void ReadMetadata(ReadOnlySpan<byte> block)
    {
        var events = new EventBlock(block);
        while (events.Next())
        {
            var description = new BlockCursor(events.Payload);
            int id = description.TakeInt32();
            if (description.TakeText() == provider)
                _wanted.Add(id);
        }
    }

    private byte ReadTag() => _stream.ReadByte();

    private static void Require(bool condition, string what)
    {
        if (!condition)
            throw new InvalidDataException($"The event stream can't be read: {what}.");
    }
}
