using System.Globalization;

namespace HogTrace.Cli.Input;

/// <summary>Durations of the command line: <c>10s</c>, <c>500ms</c>, <c>2m</c>, <c>1h</c>, or <c>dd:hh:mm:ss</c>.</summary>
internal static class Durations
{
    private static readonly (string Unit, TimeSpan Length)[] s_units =
    [
        ("ms", TimeSpan.FromMilliseconds(1)),
        ("s", TimeSpan.FromSeconds(1)),
        ("m", TimeSpan.FromMinutes(1)),
        ("h", TimeSpan.FromHours(1)),
    ];

    // Of hours, minutes and seconds, from the right.
    private static readonly string[] s_clocks = [@"d\:h\:m\:s", @"h\:m\:s", @"m\:s"];

    /// <summary>False for what is no duration, or none greater than zero.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        if (TimeSpan.TryParseExact(text, s_clocks, CultureInfo.InvariantCulture, out duration))
            return duration > TimeSpan.Zero;
        foreach (var (unit, length) in s_units)
        {
            if (!text.EndsWith(unit, StringComparison.Ordinal)
                || !double.TryParse(text.AsSpan(0, text.Length - unit.Length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double count))
                continue;
            double ticks = count * length.Ticks;
            if (ticks is < 1 or > long.MaxValue / 2)
                return false;
            duration = TimeSpan.FromTicks((long)ticks);
            return true;
        }

        return false;
    }
}
