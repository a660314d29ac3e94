using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace HogTrace.Runtime;

/// <summary>Texts of the trusted scalars: the invariant culture, ISO 8601 for dates and times.</summary>
internal static class TrustedText
{
    // Decimal conversion of a larger one takes quadratic time.
    private const long BigIntegerBits = 4_096;

    public static bool TryGet(object value, [NotNullWhen(true)] out string? text)
    {
        text = TrustedTypes.IsScalar(value.GetType()) ? Format(value) : null;
        return text is not null;
    }

    private static string? Format(object value) => value switch
    {
        DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("O", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("O", CultureInfo.InvariantCulture),
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        BigInteger number when number.GetBitLength() > BigIntegerBits => null,
        Enum constant => constant.ToString(),
        Uri uri => uri.OriginalString,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
