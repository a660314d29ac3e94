using System.Globalization;
using System.Text;

namespace HogTrace.Bench.Paired;

/// <summary>Rows of cells as text: aligned columns, or a Markdown table.</summary>
internal sealed class Table(params string[] header)
{
    private readonly List<string[]> _rows = [header];

    public bool HasRows => _rows.Count > 1;

    public void Add(params string[] cells) => _rows.Add(cells);

    public string ToText(bool markdown)
    {
        // At least two wide, for Markdown to have room for the rule and its colon.
        int[] widths = [.. header.Select((_, column) => Math.Max(2, _rows.Max(row => Escape(row[column], markdown).Length)))];
        var text = new StringBuilder();
        for (int i = 0; i < _rows.Count; i++)
        {
            Append(text, [.. _rows[i].Select((cell, column) => Pad(Escape(cell, markdown), column, widths))], markdown);
            if (i == 0)
                Append(text, [.. widths.Select((width, column) => Rule(width, column, markdown))], markdown);
        }

        return text.ToString();
    }

    public static string Number(double value) => value.ToString(
        value switch { < 10 => "0.00", < 100 => "0.0", _ => "#,0" }, CultureInfo.InvariantCulture);

    public static string Number(double? value) => value is { } number ? Number(number) : "–";

    public static string Whole(double? value) => value is { } number ? Math.Round(number).ToString("#,0", CultureInfo.InvariantCulture) : "–";

    public static string WithRange(Spread? figure) => figure is { } spread
        ? $"{Number(spread.Median)} ({Number(spread.Least)}–{Number(spread.Greatest)})"
        : "–";

    private static string Escape(string cell, bool markdown) => markdown ? cell.Replace("|", "\\|", StringComparison.Ordinal) : cell;

    private static string Pad(string cell, int column, int[] widths) =>
        column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]);

    private static string Rule(int width, int column, bool markdown) =>
        markdown && column > 0 ? new string('-', width - 1) + ":" : new string('-', width);

    private static void Append(StringBuilder text, string[] cells, bool markdown) =>
        text.Append(markdown ? $"| {string.Join(" | ", cells)} |" : string.Join("  ", cells).TrimEnd()).Append('\n');
}
