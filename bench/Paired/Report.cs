using System.Globalization;
using System.Text;

namespace HogTrace.Bench.Paired;

/// <summary>The results in tables.</summary>
internal static class Report
{
    public static string Write(Summary summary, bool markdown)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{summary.Results.Date}, {summary.Results.Machine}. ");
        text.Append(CultureInfo.InvariantCulture, $"Launches: {summary.Launches.Count}; medians, in parentheses the least and the greatest.\n");
        if (markdown)
            text.Append(CultureInfo.InvariantCulture, $"\n```\n{summary.Results.Command}\n```\n");

        IEnumerable<(string Title, Table Table)> parts =
        [
            .. CaseTables.All(summary, markdown),
            .. CompileTables.All(summary),
            ("Bars", Gate.ToTable(summary)),
        ];
        foreach (var (title, table) in parts.Where(part => part.Table.HasRows))
            text.Append(CultureInfo.InvariantCulture, $"\n{(markdown ? "### " : "")}{title}\n\n{table.ToText(markdown)}");
        return text.ToString();
    }
}
