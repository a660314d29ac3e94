using System.Globalization;

namespace HogTrace.Tests.EndToEnd.Attaching;

/// <summary>A line of the table that a trace ends with.</summary>
internal sealed record Summary(string Probe, string Target, long Hits, long Fired, long SampledOut, long Faults, string Tier, string Remarks)
{
    /// <summary>Reads what a command wrote to standard error.</summary>
    public static IReadOnlyDictionary<string, Summary> Read(string messages) => messages.Split('\n')
        .SkipWhile(line => !line.TrimStart().StartsWith("probe ", StringComparison.Ordinal))
        .Skip(1)
        .TakeWhile(line => !line.StartsWith("Events: ", StringComparison.Ordinal))
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Where(words => words.Length >= 8)
        .Select(words => new Summary(
            words[0], words[1], Number(words[2]), Number(words[3]), Number(words[4]), Number(words[5]), words[7], string.Join(' ', words[8..])))
        .ToDictionary(line => line.Probe);

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
