using System.Globalization;
using System.Text;

namespace HogTrace.Parser.Diagnostics;

/// <summary>Shows source text in a message: short, on one line, and without characters that don't show.</summary>
internal static class Quoting
{
    private const int Longest = 40;

    public static string Quote(ReadOnlySpan<char> text)
    {
        var builder = new StringBuilder("'");
        int shown = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (++shown > Longest)
            {
                builder.Append('…');
                break;
            }

            if (IsVisible(rune))
                builder.Append(rune.ToString());
            else
                builder.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}");
        }

        return builder.Append('\'').ToString();
    }

    private static bool IsVisible(Rune rune) =>
        rune.Value == ' ' || Rune.GetUnicodeCategory(rune) is not (
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.PrivateUse or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator);
}
