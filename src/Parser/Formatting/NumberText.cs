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

        return Ratio(rate);
    }

    // The simplest fraction that gives the rate: its continued fraction, cut at the first convergent that does.
    private static string Ratio(double rate)
    {
        const double Exact = 1L << 53;
        (double denominator, double numerator) = (1, Math.Floor(rate));
        (double denominatorBefore, double numeratorBefore) = (0, 1);
        double rest = rate - Math.Floor(rate);
        // Both stay whole numbers that a Float holds exactly.
        while (numerator / denominator != rate && rest > 0)
        {
            rest = 1 / rest;
            double term = Math.Floor(rest);
            rest -= term;
            (double nextDenominator, double nextNumerator) = ((term * denominator) + denominatorBefore, (term * numerator) + numeratorBefore);
            if (nextDenominator > Exact)
                break;
            (denominatorBefore, numeratorBefore, denominator, numerator) = (denominator, numerator, nextDenominator, nextNumerator);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{numerator:F0}/{denominator:F0}");
    }
}
