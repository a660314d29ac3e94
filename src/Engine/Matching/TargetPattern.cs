namespace HogTrace.Matching;

/// <summary>
/// A target pattern: segments joined by dots, <c>*</c> for any run of characters inside a segment, <c>**</c> for any
/// run of segments, none included. Case matters. Matching takes pattern times name steps at worst and doesn't recurse.
/// </summary>
internal sealed class TargetPattern
{
    private const string AnySegments = "**";

    // Names of more are matched as well.
    private const int UsualSegments = 32;

    private readonly string[] _segments;

    public TargetPattern(string pattern)
    {
        Text = pattern;
        _segments = pattern.Split('.');
        IsExact = !pattern.Contains('*', StringComparison.Ordinal);
    }

    public string Text { get; }

    /// <summary>Whether the pattern is a plain name.</summary>
    public bool IsExact { get; }

    public bool IsMatch(string name)
    {
        if (IsExact)
            return name == Text;
        int count = name.AsSpan().Count('.') + 1;
        Span<int> ends = count <= UsualSegments ? stackalloc int[UsualSegments] : new int[count];
        int end = 0;
        for (int i = 0; i < name.Length; i++)
        {
            if (name[i] == '.')
                ends[end++] = i;
        }

        ends[end] = name.Length;
        return MatchSegments(name, ends[..count]);
    }

    // Both levels are the usual wildcard match: on a mismatch, go back to the last wildcard and let it take one more.
    private bool MatchSegments(ReadOnlySpan<char> text, ReadOnlySpan<int> ends)
    {
        int pattern = 0, name = 0, star = -1, retry = 0;
        while (name < ends.Length)
        {
            if (pattern < _segments.Length && _segments[pattern] == AnySegments)
            {
                star = pattern++;
                retry = name;
            }
            else if (pattern < _segments.Length && IsSegmentMatch(_segments[pattern], text[(name == 0 ? 0 : ends[name - 1] + 1)..ends[name]]))
            {
                pattern++;
                name++;
            }
            else if (star >= 0)
            {
                pattern = star + 1;
                name = ++retry;
            }
            else
            {
                return false;
            }
        }

        while (pattern < _segments.Length && _segments[pattern] == AnySegments)
            pattern++;
        return pattern == _segments.Length;
    }

    private static bool IsSegmentMatch(string pattern, ReadOnlySpan<char> text)
    {
        int p = 0, t = 0, star = -1, retry = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                retry = t;
            }
            else if (p < pattern.Length && pattern[p] == text[t])
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                t = ++retry;
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && pattern[p] == '*')
            p++;
        return p == pattern.Length;
    }
}
