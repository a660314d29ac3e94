using System.Diagnostics;
using HogTrace.Matching;

namespace HogTrace.Tests.Fuzz;

/// <summary>Patterns that make a careless matcher try every way.</summary>
internal static class MatchingBombs
{
    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(20);

    public static IEnumerable<(string Bomb, Func<string?> Run)> All()
    {
        string long1 = new('a', 2_000);
        string segments = Repeat("a.", 2_000) + "a";
        yield return ("stars in a segment", () => Match(Repeat("a*", 1_000) + "b", long1, false));
        yield return ("stars in a segment that match", () => Match(Repeat("*a", 1_000), long1, true));
        yield return ("segments of a star", () => Match(Repeat("*.", 2_000) + "*", segments, true));
        yield return ("double stars", () => Match(Repeat("**.a.", 1_000) + "b", segments, false));
        yield return ("double stars that match", () => Match(Repeat("**.", 1_000) + "a", segments, true));
        yield return ("double stars and stars", () => Match(Repeat("**.*a*.", 500) + "b", segments, false));
        yield return ("half a million segments of pattern", () => Match(Repeat("*.", 500_000) + "*", "a.b", false));
        yield return ("half a million double stars", () => Match(Repeat("**.", 300_000) + "b", "a.b", true));
        yield return ("a million stars", () => Match(new string('*', 1_000_000), "a.b", false));
        yield return ("a million dots", () => Match("**", new string('.', 1_000_000), true));
        yield return ("a long name", () => Match("**.b", Repeat("a.", 500_000) + "b", true));
    }

    private static string? Match(string pattern, string name, bool expected)
    {
        var clock = Stopwatch.StartNew();
        bool matches = new TargetPattern(pattern).IsMatch(name);
        return matches != expected ? $"matches: {matches}" : clock.Elapsed > s_bound ? $"takes {clock.Elapsed}" : null;
    }

    private static string Repeat(string piece, int times) => string.Concat(Enumerable.Repeat(piece, times));
}
