using System.Globalization;
using System.Text;

namespace HogTrace.Bench.Paired;

/// <summary>The results in words and tables.</summary>
internal static class Report
{
    // Nanoseconds that the reference implementation, a release build, took on a comparable machine.
    private static readonly Dictionary<string, double> s_reference = new()
    {
        ["P1"] = 113, ["P2"] = 210, ["P3"] = 198, ["P4"] = 228,
    };

    public static string Write(Summary summary, bool markdown)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:yyyy-MM-dd}, {Machine.Describe()}. ");
        text.Append(CultureInfo.InvariantCulture, $"Launches: {summary.Launches.Count}; medians, in parentheses the least and the greatest.\n");
        if (summary.Cases.Count > 0)
        {
            text.Append('\n').Append(Cases(summary, markdown).ToText(markdown));
            if (summary.Cases.Any(result => s_reference.ContainsKey(result.Id)))
                text.Append('\n').Append(Reference(summary, markdown).ToText(markdown));
        }

        if (summary.HasCompile)
            text.Append('\n').Append(Compile(summary).ToText(markdown));
        return text.ToString();
    }

    private static Table Cases(Summary summary, bool markdown)
    {
        var table = new Table("case", "hand, ns (min)", "site, ns", "site / hand", "site, B", "Execute / hand", "Execute, B");
        foreach (var result in summary.Cases)
        {
            table.Add(
                Name(result, markdown),
                Table.Number(result.Hand.Least),
                Table.Number(result.Site.Median),
                Table.WithRange(result.SiteRatio),
                Bytes(result.SiteBytes),
                result.ExecuteRatio is { } ratio ? Table.WithRange(ratio) : "–",
                result.ExecuteBytes is { } bytes ? Bytes(bytes) : "–");
        }

        return table;
    }

    private static Table Reference(Summary summary, bool markdown)
    {
        var table = new Table("predicate, not firing", "site, ns", "Execute, ns", "reference, ns: another run, on a comparable machine");
        foreach (var result in summary.Cases.Where(result => s_reference.ContainsKey(result.Id)))
        {
            double hand = result.Site.Median / result.SiteRatio.Median;
            table.Add(
                Name(result, markdown),
                Table.Number(result.Site.Median),
                Table.Number(result.ExecuteRatio!.Value.Median * hand),
                Table.Number(s_reference[result.Id]));
        }

        return table;
    }

    private static Table Compile(Summary summary)
    {
        var table = new Table("warm", "time", "garbage");
        table.Add(
            "source of one probe to verified program",
            Table.WithRange(summary.Compile(figures => figures.OneMicroseconds)) + " µs",
            Table.Number(summary.Compile(figures => figures.OneBytesPerCharacter).Median) + " B a character");
        table.Add(
            "source of 1,000 probes to verified program",
            Table.WithRange(summary.Compile(figures => figures.ManyMilliseconds)) + " ms",
            Table.Number(summary.Compile(figures => figures.ManyBytesPerCharacter).Median) + " B a character");
        table.Add(
            "bytes of one probe to verified program",
            Table.WithRange(summary.Compile(figures => figures.LoadMicroseconds)) + " µs",
            Table.Number(summary.Compile(figures => figures.LoadBytes).Median) + " B");
        return table;
    }

    private static string Name(CaseSummary result, bool markdown) =>
        markdown ? $"{result.Id}: `{result.Title}`" : $"{result.Id}: {result.Title}";

    private static string Bytes(double bytes) => Math.Round(bytes).ToString("0", CultureInfo.InvariantCulture);
}
