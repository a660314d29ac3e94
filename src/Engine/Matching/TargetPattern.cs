namespace HogTrace.Matching;

/// <summary>
/// A target pattern: segments joined by dots, <c>*</c> for any run of characters inside a segment, <c>**</c> for any
/// run of segments, none included. Case matters. Matching takes pattern times name steps at worst and doesn't recurse.
/// </summary>
internal sealed class TargetPattern
{
    private const string AnySegments = "**";

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

    public bool IsMatch(string name) =>
        IsExact ? name == Text : MatchSegments(name.Split('.'));

    // Both levels are the usual wildcard match: on a mismatch, go back to the last wildcard and let it take one more.
    private bool MatchSegments(string[] names)
    {
        int pattern = 0, name = 0, star = -1, retry = 0;
        while (name < names.Length)
        {
            if (pattern < _segments.Length && _segments[pattern] == AnySegments)
            {
                star = pattern++;
                retry = name;
            }
            else if (pattern < _segments.Length && IsSegmentMatch(_segments[pattern], names[name]))
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

    private static bool IsSegmentMatch(string pattern, string text)
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
