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
}
