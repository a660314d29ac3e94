using System.Globalization;
using System.Text;

namespace HogTrace.Parser.Lexing;

/// <summary>Which characters make a name, in any script.</summary>
internal static class NameCharacters
{
    /// <summary>UTF-16 units of the name that starts at an offset; 0 when none does.</summary>
    public static int LengthAt(string source, int start)
    {
        int first = UnitsAt(source, start, isFirst: true);
        return first == 0 ? 0 : TailEnd(source, start + first) - start;
    }

    /// <summary>The offset after the letters, digits and underscores that stand at an offset.</summary>
    public static int TailEnd(string source, int at)
    {
        int units;
        while ((units = UnitsAt(source, at, isFirst: false)) != 0)
            at += units;
        return at;
    }

    private static int UnitsAt(string source, int at, bool isFirst)
    {
        if (at >= source.Length)
            return 0;
        char c = source[at];
        if (char.IsAscii(c))
            return char.IsAsciiLetter(c) || c == '_' || (!isFirst && char.IsAsciiDigit(c)) ? 1 : 0;
        if (!Rune.TryGetRuneAt(source, at, out Rune rune))
            return 0;
        bool belongs = Rune.IsLetter(rune) || (!isFirst && (Rune.IsDigit(rune) || IsMark(rune)));
        return belongs ? rune.Utf16SequenceLength : 0;
    }

    // Vowel signs and accents are part of the letters they follow; without them many scripts have no words.
    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
