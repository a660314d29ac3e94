using System.Text;

namespace HogTrace.Parser.Formatting;

/// <summary>Text in lines with an indentation. White space is written only when something follows it.</summary>
internal sealed class LayoutWriter
{
    private const int IndentWidth = 4;

    private readonly StringBuilder _text = new();
    private int _lineStart;

    public int Indent { get; set; }

    public int Length => _text.Length;

    public bool IsAtLineStart => _text.Length == _lineStart;

    public void Write(string text)
    {
        if (IsAtLineStart)
            _text.Append(' ', Indent * IndentWidth);
        _text.Append(text);
    }

    /// <summary>Ends the line, unless nothing is on it yet.</summary>
    public void EndLine()
    {
        if (!IsAtLineStart)
            BreakLine();
    }

    public void EmptyLine()
    {
        EndLine();
        if (_text.Length > 0)
            BreakLine();
    }

    /// <summary>Takes back what was written since a length, the start of a line.</summary>
    public void Reset(int length)
    {
        _text.Length = length;
        _lineStart = length;
    }

    /// <summary>The longest line since a length.</summary>
    public int WidthSince(int length)
    {
        int widest = 0;
        foreach (var line in _text.ToString(length, _text.Length - length).AsSpan().EnumerateLines())
            widest = Math.Max(widest, line.Length);
        return widest;
    }

    public override string ToString() => _text.ToString();

    private void BreakLine()
    {
        _text.Append('\n');
        _lineStart = _text.Length;
    }
}
