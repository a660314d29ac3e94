namespace HogTrace.Cli.Output;

/// <summary>Rows of text in columns as wide as their widest cell; the last column ends where the terminal does.</summary>
internal static class TextColumns
{
    private const string Gap = "  ";

    /// <param name="output">Where the rows go.</param>
    /// <param name="width">Characters of a line; null when nobody's terminal sets them.</param>
    /// <param name="rows">The heading first; all of one length.</param>
    public static void Write(TextWriter output, int? width, IReadOnlyList<string[]> rows)
    {
        int last = rows[0].Length - 1;
        int[] widths = [.. Enumerable.Range(0, last).Select(column => rows.Max(row => row[column].Length))];
        foreach (string[] row in rows)
        {
            string line = string.Concat(row.Take(last).Select((cell, i) => cell.PadRight(widths[i]) + Gap)) + row[last];
            output.WriteLine((width is { } limit && line.Length > limit ? string.Concat(line.AsSpan(0, limit - 1), "…") : line).TrimEnd());
        }
    }
}
