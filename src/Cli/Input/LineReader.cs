namespace HogTrace.Cli.Input;

/// <summary>What came of reading a line.</summary>
internal enum LineStatus
{
    Line,
    End,
    TooLong,

    /// <summary>The stream can't be read any further.</summary>
    Failed,
}

/// <summary>Reads a stream line by line and holds no more than the longest line so far.</summary>
/// <param name="stream">Its bytes; read in pieces, as they come.</param>
/// <param name="limit">Bytes of the longest line that is read.</param>
/// <param name="beforeWait">Called before a read that may have to wait.</param>
internal sealed class LineReader(Stream stream, int limit, Action beforeWait)
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private byte[] _buffer = new byte[64 << 10];
    private int _start;
    private int _end;
    private bool _isAtEnd;

    /// <summary>The number of the last line, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>Why the stream can't be read; null so far.</summary>
    public string? Failure { get; private set; }

    /// <summary>The next line without its end; valid until the next call.</summary>
    public LineStatus Read(out ReadOnlySpan<byte> line)
    {
        line = default;
        for (int scanned = 0; ;)
        {
            int length = _buffer.AsSpan(_start + scanned, _end - _start - scanned).IndexOf((byte)'\n');
            scanned = length < 0 ? _end - _start : scanned + length;
            if (scanned > limit)
            {
                Line++;
                return LineStatus.TooLong;
            }

            if (length >= 0 || (_isAtEnd && scanned > 0))
            {
                line = Take(scanned);
                return LineStatus.Line;
            }

            if (_isAtEnd)
                return LineStatus.End;
            Fill();
            if (Failure is not null)
                return LineStatus.Failed;
        }
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        var line = _buffer.AsSpan(_start, length);
        _start = Math.Min(_start + length + 1, _end);
        if (Line++ == 0 && line.StartsWith(ByteOrderMark))
            line = line[ByteOrderMark.Length..];
        return line;
    }

    private void Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, Math.Min(_buffer.Length * 2, limit + 2));
        beforeWait();
        try
        {
            int read = stream.Read(_buffer.AsSpan(_end));
            _isAtEnd = read == 0;
            _end += read;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Failure = FileFailure.Describe(failure, null);
        }
    }
}
