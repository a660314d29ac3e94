namespace HogTrace.Parser.Diagnostics;

/// <summary>Line and column of an offset, both from 1; a line ends with LF. Lines are counted when first asked for.</summary>
internal sealed class SourceLines(string source)
{
    private readonly Lazy<int[]> _starts = new(() => FindStarts(source));

    public string Source => source;

    public (int Line, int Column) Locate(int offset)
    {
        int found = Array.BinarySearch(_starts.Value, offset);
        int index = found >= 0 ? found : ~found - 1;
        return (index + 1, offset - _starts.Value[index] + 1);
    }

    /// <summary>Where a line starts, and where it ends without its line break.</summary>
    public (int Start, int End) Bounds(int line)
    {
        int[] starts = _starts.Value;
        int end = line < starts.Length ? starts[line] - 1 : source.Length;
        if (end > starts[line - 1] && source[end - 1] == '\r')
            end--;
        return (starts[line - 1], end);
    }

    private static int[] FindStarts(string source)
    {
        List<int> starts = [0];
        for (int at = source.IndexOf('\n'); at >= 0; at = source.IndexOf('\n', at + 1))
            starts.Add(at + 1);
        return [.. starts];
    }
}
