using System.Buffers;
using System.Globalization;

namespace HogTrace.Runtime;

/// <summary>Numbers read from Strings: Python's forms, with white space around and single underscores between digits.</summary>
internal static class NumberText
{
    private static readonly SearchValues<char> s_intUnits = SearchValues.Create("0123456789_");
    private static readonly SearchValues<char> s_floatUnits = SearchValues.Create("0123456789.eE+-");

    public static FaultKind ParseInt(string text, ref RunContext run, out Value result)
    {
        result = default;
        FaultKind fault = run.TryTouchString(text.Length);
        if (fault != FaultKind.None)
            return fault;
        ReadOnlySpan<char> rest = text.AsSpan().Trim();
        bool negative = rest.StartsWith('-');
        if (negative || rest.StartsWith('+'))
            rest = rest[1..];
        if (!HasDigitsOnly(rest))
            return Invalid(text, "int", ref run);

        // Collected below zero, where the range reaches one further.
        long number = 0;
        foreach (char unit in rest)
        {
            if (unit == '_')
                continue;
            int digit = unit - '0';
            if (number < (long.MinValue + digit) / 10)
                return NumberFunctions.FailRange(ref run);
            number = (number * 10) - digit;
        }

        if (!negative && number == long.MinValue)
            return NumberFunctions.FailRange(ref run);
        result = Value.FromInt(negative ? number : -number);
        return FaultKind.None;
    }

    public static FaultKind ParseFloat(string text, ref RunContext run, out Value result)
    {
        result = default;
        FaultKind fault = run.TryTouchString(text.Length);
        if (fault != FaultKind.None)
            return fault;
        ReadOnlySpan<char> rest = text.AsSpan().Trim();
        if (TryParseName(rest, out double number))
        {
            result = Value.FromFloat(number);
            return FaultKind.None;
        }

        string? plain = null;
        if (rest.Contains('_'))
        {
            fault = run.TryAllocateString(rest.Length);
            if (fault != FaultKind.None)
                return fault;
            plain = UnderscoresStandBetweenDigits(rest) ? rest.ToString().Replace("_", "", StringComparison.Ordinal) : "";
        }

        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        ReadOnlySpan<char> digits = plain ?? rest;
        if (digits.ContainsAnyExcept(s_floatUnits) || !double.TryParse(digits, style, CultureInfo.InvariantCulture, out number))
            return Invalid(text, "float", ref run);
        result = Value.FromFloat(number);
        return FaultKind.None;
    }

    private static bool TryParseName(ReadOnlySpan<char> text, out double number)
    {
        bool negative = text.StartsWith('-');
        ReadOnlySpan<char> name = negative || text.StartsWith('+') ? text[1..] : text;
        bool infinite = name.Equals("inf", StringComparison.OrdinalIgnoreCase) || name.Equals("infinity", StringComparison.OrdinalIgnoreCase);
        number = !infinite ? double.NaN : negative ? double.NegativeInfinity : double.PositiveInfinity;
        return infinite || name.Equals("nan", StringComparison.OrdinalIgnoreCase);
    }

    private static bool HasDigitsOnly(ReadOnlySpan<char> text) =>
        !text.IsEmpty && !text.ContainsAnyExcept(s_intUnits) && UnderscoresStandBetweenDigits(text);

    private static bool UnderscoresStandBetweenDigits(ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '_' && (i == 0 || i + 1 == text.Length || !char.IsAsciiDigit(text[i - 1]) || !char.IsAsciiDigit(text[i + 1])))
                return false;
        }

        return true;
    }

    private static FaultKind Invalid(string text, string function, ref RunContext run) =>
        run.Fail(FaultKind.InvalidValue, $"{function} can't read {KeyText.Of(Value.FromString(text))}");
}
