using HogTrace.Matching;

namespace HogTrace.Agent.Modules;

/// <summary>A target pattern, with what tells most types and methods apart from it at little cost.</summary>
internal sealed class MethodFilter
{
    private readonly TargetPattern _pattern;
    private readonly string _prefix;

    public MethodFilter(TargetPattern pattern)
    {
        _pattern = pattern;
        string[] segments = pattern.Text.Split('.');
        // The last segment is the method's, so that even a pattern without wildcards has a prefix that types begin with.
        string[] literal = [.. segments[..^1].TakeWhile(IsLiteral)];
        _prefix = string.Join('.', literal);
        Method = IsLiteral(segments[^1]) ? segments[^1] : null;
        BeginsWithWildcard = !IsLiteral(segments[0]);
    }

    /// <summary>The method's name, when the pattern has one.</summary>
    public string? Method { get; }

    /// <summary>Whether the pattern begins with a wildcard: such a one means the program's own code, not the framework's.</summary>
    public bool BeginsWithWildcard { get; }

    public bool MayMatchType(string type) =>
        type.Length >= _prefix.Length ? type.StartsWith(_prefix, StringComparison.Ordinal) : _prefix.StartsWith(type, StringComparison.Ordinal);

    public bool IsMatch(string name) => _pattern.IsMatch(name);

    private static bool IsLiteral(string segment) => !segment.Contains('*', StringComparison.Ordinal);
}
