using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Unicode;

namespace HogTrace.Cli.Input;

/// <summary>Reads bytes as UTF-8, strictly: a program is never run with letters replaced.</summary>
internal static class SourceDecoder
{
    public static bool TryDecode(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out string? text, [NotNullWhen(false)] out string? error)
    {
        error = null;
        text = null;
        if (Utf8.IsValid(bytes))
        {
            text = Encoding.UTF8.GetString(bytes);
            return true;
        }

        int valid = ValidLength(bytes);
        int line = bytes[..valid].Count((byte)'\n') + 1;
        error = $"byte {valid}, in line {line}, is not valid UTF-8";
        return false;
    }

    private static int ValidLength(ReadOnlySpan<byte> bytes)
    {
        int valid = 0;
        while (valid < bytes.Length && Rune.DecodeFromUtf8(bytes[valid..], out _, out int length) == OperationStatus.Done)
            valid += length;
        return valid;
    }
}
