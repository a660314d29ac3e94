using System.Text;
using System.Text.Unicode;

namespace HogTrace.Bytecode;

/// <summary>Reads the strings of a message; malformed UTF-8 is never replaced in silence.</summary>
internal static class WireText
{
    public static Rejection? Read(
        ReadOnlySpan<byte> bytes, string what, string? probe, out string text, int limit = Limits.StringBytes)
    {
        text = "";
        if (bytes.Length > limit)
            return Reject.Because(RejectionCode.StringTooLong, probe, $"The {what} is {bytes.Length} bytes long; {limit} are allowed.");
        if (!Utf8.IsValid(bytes))
            return Reject.Because(RejectionCode.InvalidUtf8, probe, $"The {what} is not UTF-8.");
        text = Encoding.UTF8.GetString(bytes);
        return null;
    }
}
