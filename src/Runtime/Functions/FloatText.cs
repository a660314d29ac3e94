using System.Globalization;

namespace HogTrace.Runtime;

/// <summary>The text of a Float: the shortest that reads back the same, in Python's form.</summary>
internal static class FloatText
{
    /// <summary>Room enough for any.</summary>
    public const int MaxLength = 32;

    public static string Of(double value)
    {
        Span<char> buffer = stackalloc char[MaxLength];
        return new string(buffer[..Format(value, buffer)]);
    }

    public static int Format(double value, Span<char> buffer)
    {
        if (!double.IsFinite(value))
            return Copy(double.IsNaN(value) ? "nan" : value > 0 ? "inf" : "-inf", buffer);

        Span<char> shortest = stackalloc char[MaxLength];
        value.TryFormat(shortest, out int length, "R", CultureInfo.InvariantCulture);
        Span<char> digits = stackalloc char[MaxLength];
        int at = 0;
        if (shortest[0] == '-')
            buffer[at++] = '-';

        // The framework's form changes to an exponent elsewhere than Python's does: only its digits are used.
        int count = Split(shortest[at..length], digits, out int point);
        return value == 0 || (point > -4 && point <= 16)
            ? at + Plain(digits[..count], point, buffer[at..])
            : at + Scientific(digits[..count], point - 1, buffer[at..]);
    }

    // The digits without zeros at either end, and where the point stands among them: 0.00123 has 123 and -2.
    private static int Split(ReadOnlySpan<char> text, Span<char> digits, out int point)
    {
        int mark = text.IndexOf('E');
        int exponent = mark < 0 ? 0 : int.Parse(text[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        ReadOnlySpan<char> mantissa = mark < 0 ? text : text[..mark];
        int dot = mantissa.IndexOf('.');
        point = exponent + (dot < 0 ? mantissa.Length : dot);
        int count = 0;
        foreach (char unit in mantissa)
        {
            if (count == 0 && unit == '0')
                point--;
            else if (unit != '.')
                digits[count++] = unit;
        }

        while (count > 0 && digits[count - 1] == '0')
            count--;
        return count;
    }

    private static int Plain(ReadOnlySpan<char> digits, int point, Span<char> buffer)
    {
        if (digits.IsEmpty)
            return Copy("0.0", buffer);
        if (point <= 0)
        {
            int zeros = Copy("0.000", buffer) - 3 - point;
            return zeros + Copy(digits, buffer[zeros..]);
        }

        int whole = Copy(digits[..Math.Min(point, digits.Length)], buffer);
        for (; whole < point; whole++)
            buffer[whole] = '0';
        buffer[whole] = '.';
        ReadOnlySpan<char> fraction = digits.Length > point ? digits[point..] : "0";
        return whole + 1 + Copy(fraction, buffer[(whole + 1)..]);
    }

    private static int Scientific(ReadOnlySpan<char> digits, int exponent, Span<char> buffer)
    {
        int at = Copy(digits[..1], buffer);
        if (digits.Length > 1)
        {
            buffer[at++] = '.';
            at += Copy(digits[1..], buffer[at..]);
        }

        buffer[at++] = 'e';
        buffer[at++] = exponent < 0 ? '-' : '+';
        Math.Abs(exponent).TryFormat(buffer[at..], out int length, "00", CultureInfo.InvariantCulture);
        return at + length;
    }

    private static int Copy(ReadOnlySpan<char> text, Span<char> buffer)
    {
        text.CopyTo(buffer);
        return text.Length;
    }
}
