using System.Globalization;

namespace HogTrace.Bench.Paired;

/// <summary>The bars that a release has to clear.</summary>
internal static class Gate
{
    private const double CompileOneMicroseconds = 100;
    private const double CompileManyMilliseconds = 60;
    private const double BytesPerCharacter = 1024;

    // A batch that a sampled measurement falls into allocates nothing either; the rest is rounding.
    private const double BytesPerHit = 0.01;

    private static readonly Dictionary<string, double> s_ratios = new() { ["P1"] = 5, ["P2"] = 10, ["P3"] = 10, ["P4"] = 10 };

    /// <summary>What is missed, in words.</summary>
    public static IReadOnlyList<string> Misses(Summary summary)
    {
        List<string> misses = [];
        foreach (var result in summary.Cases)
        {
            if (!s_ratios.TryGetValue(result.Id, out double bar))
                continue;
            Compare(misses, $"{result.Id}: site/hand", result.SiteRatio.Median, bar);
            Compare(misses, $"{result.Id}: bytes a hit", result.SiteBytes, BytesPerHit);
        }

        if (summary.HasCompile)
        {
            Compare(misses, "compiling a probe, µs", summary.Compile(figures => figures.OneMicroseconds).Median, CompileOneMicroseconds);
            Compare(misses, "compiling 1,000 probes, ms", summary.Compile(figures => figures.ManyMilliseconds).Median, CompileManyMilliseconds);
            Compare(misses, "garbage of one probe, B a character", summary.Compile(figures => figures.OneBytesPerCharacter).Median, BytesPerCharacter);
            Compare(misses, "garbage of 1,000 probes, B a character", summary.Compile(figures => figures.ManyBytesPerCharacter).Median, BytesPerCharacter);
        }

        return misses;
    }

    private static void Compare(List<string> misses, string what, double value, double bar)
    {
        // Written so that a figure that is no number misses too.
        if (!(value <= bar))
            misses.Add(string.Create(CultureInfo.InvariantCulture, $"{what}: {value:0.##}, allowed {bar:0.##}"));
    }
}
