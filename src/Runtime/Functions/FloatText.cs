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

        // The shortest form has exponents from 1E+15 up and below 1E-5; Python switches below 1e-4 and from 1e16 up.
        Span<char> digits = stackalloc char[MaxLength];
        value.TryFormat(digits, out int length, "R", CultureInfo.InvariantCulture);
        ReadOnlySpan<char> shortest = digits[..length];
        int exponentMark = shortest.IndexOf('E');
        double magnitude = Math.Abs(value);
        if (magnitude is 0 or (>= 1e-4 and < 1e16))
            return exponentMark < 0 ? Plain(shortest, buffer) : Expand(value, shortest, buffer);
        return exponentMark < 0 ? Copy(shortest, buffer) : Scientific(shortest[..exponentMark], shortest[(exponentMark + 1)..], buffer);
    }

    private static int Plain(ReadOnlySpan<char> digits, Span<char> buffer)
    {
        digits.CopyTo(buffer);
        if (digits.Contains('.'))
            return digits.Length;
        return digits.Length + Copy(".0", buffer[digits.Length..]);
    }

    // 1E+15 and 1.5E+15 are below Python's threshold; they are integers that fit a long.
    private static int Expand(double value, ReadOnlySpan<char> shortest, Span<char> buffer)
    {
        if (value == Math.Truncate(value) && ((long)value).TryFormat(buffer, out int length, default, CultureInfo.InvariantCulture))
            return length + Copy(".0", buffer[length..]);
        return Copy(shortest, buffer);
    }

    private static int Scientific(ReadOnlySpan<char> mantissa, ReadOnlySpan<char> exponent, Span<char> buffer)
    {
        mantissa.CopyTo(buffer);
        int at = mantissa.Length;
        buffer[at++] = 'e';
        buffer[at++] = exponent[0];
        ReadOnlySpan<char> number = exponent[1..].TrimStart('0');
        for (int pad = number.Length; pad < 2; pad++)
            buffer[at++] = '0';
        return at + Copy(number, buffer[at..]);
    }

    private static int Copy(ReadOnlySpan<char> text, Span<char> buffer)
    {
        text.CopyTo(buffer);
        return text.Length;
    }
}
