using System.Globalization;

namespace HogTrace.Parser.Formatting;

/// <summary>Numbers as source.</summary>
internal static class NumberText
{
    /// <summary>The shortest text that reads back as the same Float, and as no Int.</summary>
    public static string Float(double value)
    {
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().IndexOfAny('.', 'E') < 0 ? text + ".0" : text;
    }

    /// <summary>A percentage, or a ratio, that reads back as the same rate.</summary>
    public static string Rate(double rate)
    {
        double percent = rate * 100;
        foreach (double near in (double[])[percent, Math.Round(percent, 12), Math.BitIncrement(percent), Math.BitDecrement(percent)])
        {
            if (near / 100 == rate)
                return Float(near) is var text && text.EndsWith(".0", StringComparison.Ordinal) ? text[..^2] + "%" : text + "%";
        }

        return $"1/{Math.Round(1 / rate).ToString("F0", CultureInfo.InvariantCulture)}";
    }
}
