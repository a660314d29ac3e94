using System.Globalization;

namespace HogTrace.Bytecode;

/// <summary>Makes rejections that are no instruction's.</summary>
internal static class Reject
{
    public static Rejection Because(RejectionCode code, string? probe, FormattableString message) =>
        new(code, string.IsNullOrEmpty(probe) ? null : probe, null, null, message.ToString(CultureInfo.InvariantCulture));

    public static Rejection Because(RejectionCode code, FormattableString message) => Because(code, null, message);
}
