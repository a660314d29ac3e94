namespace HogTrace.Bytecode;

/// <summary>Lines of a source text. CR, LF and CRLF end a line; offsets and columns count UTF-16 units.</summary>
internal sealed class LineMap
{
    private readonly string _text;
    private readonly List<int> _starts = [0];

    public LineMap(string text)
    {
        _text = text;
        for (int i = 0; i < text.Length; i++)
        {
            bool ends = text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'));
            if (ends)
                _starts.Add(i + 1);
        }
    }

    /// <summary>Line and column, from 1, of an offset; one past the text is its end.</summary>
    public LinePosition Position(int offset)
    {
        int clamped = Math.Clamp(offset, 0, _text.Length);
        int index = _starts.BinarySearch(clamped);
        int line = index >= 0 ? index : ~index - 1;
        return new LinePosition(line + 1, clamped - _starts[line] + 1);
    }

    /// <summary>The text of a line, from 1, without its end.</summary>
    public ReadOnlySpan<char> Line(int line)
    {
        int start = _starts[line - 1];
        int end = line < _starts.Count ? _starts[line] : _text.Length;
        return _text.AsSpan(start, end - start).TrimEnd("\r\n");
    }
}
