namespace HogTrace.Cli.Attaching.NetTrace;

/// <summary>The events of a block, one after the other, in the order of the stream.</summary>
internal ref struct EventBlock
{
    private const int CompressedHeaders = 1;
    private const int GuidLength = 16;

    // Of what an event of the other form has: sequence number, two thread ids, processor, stack, time, two activities.
    private const int UncompressedRest = 4 + 8 + 8 + 4 + 4 + 8 + GuidLength + GuidLength;
    private const int Alignment = 4;

    private readonly bool _isCompressed;
    private BlockCursor _cursor;
    private int _payloadLength;

    public EventBlock(ReadOnlySpan<byte> block)
    {
        _cursor = new BlockCursor(block);
        int header = _cursor.TakeInt16();
        _isCompressed = (_cursor.TakeInt16() & CompressedHeaders) != 0;
        _cursor.Take(header - sizeof(short) - sizeof(short));
    }

    /// <summary>Which description the event has; 0 for a description itself.</summary>
    public int MetadataId { get; private set; }

    /// <summary>The fields of the event.</summary>
    public ReadOnlySpan<byte> Payload { get; private set; }

    /// <summary>Goes to the next event; false behind the last.</summary>
    public bool Next()
    {
        if (_cursor.IsAtEnd)
            return false;
        if (_isCompressed)
            ReadCompressed();
        else
            ReadUncompressed();
        return true;
    }

    // What an event doesn't say is as it was for the one before it.
    private void ReadCompressed()
    {
        var parts = (EventParts)_cursor.TakeByte();
        if (parts.HasFlag(EventParts.Metadata))
            MetadataId = (int)_cursor.TakeVarint();
        if (parts.HasFlag(EventParts.CaptureThread))
        {
            _cursor.TakeVarint();                   // sequence number
            _cursor.TakeVarint();                   // thread
            _cursor.TakeVarint();                   // processor
        }

        if (parts.HasFlag(EventParts.Thread))
            _cursor.TakeVarint();
        if (parts.HasFlag(EventParts.Stack))
            _cursor.TakeVarint();
        _cursor.TakeVarint();                       // time
        if (parts.HasFlag(EventParts.Activity))
            _cursor.Take(GuidLength);
        if (parts.HasFlag(EventParts.RelatedActivity))
            _cursor.Take(GuidLength);
        if (parts.HasFlag(EventParts.Length))
            _payloadLength = (int)_cursor.TakeVarint();
        Payload = _cursor.Take(_payloadLength);
    }

    private void ReadUncompressed()
    {
        _cursor.TakeInt32();                        // size
        MetadataId = _cursor.TakeInt32() & int.MaxValue;
        _cursor.Take(UncompressedRest);
        int length = _cursor.TakeInt32();
        Payload = _cursor.Take(length);
        if (!_cursor.IsAtEnd)
            _cursor.Take((Alignment - (length % Alignment)) % Alignment);
    }
}
