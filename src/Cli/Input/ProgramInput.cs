using System.Diagnostics.CodeAnalysis;
using System.Text;
using HogTrace.Bytecode;

namespace HogTrace.Cli.Input;

/// <summary>A program that may be source or compiled: one of the two is not null.</summary>
internal sealed record ProgramInput(string? Source, byte[]? Compiled)
{
    // The tag of a program's version, which every compiled program begins with; no source begins so.
    private const byte VersionTag = 0x08;

    /// <summary>
    /// Tells the two apart. Text of hexadecimal digits alone is a compiled program, as is what is no text, or holds
    /// control characters and reads as a program.
    /// </summary>
    public static bool TryDetect(byte[] bytes, [NotNullWhen(true)] out ProgramInput? program, [NotNullWhen(false)] out string? error)
    {
        program = null;
        if (!SourceDecoder.TryDecode(bytes, out string? text, out error))
        {
            // Of what is neither, saying where the text goes wrong helps more, unless it looks like a program.
            if (!LooksCompiled(bytes))
                return false;
            program = new ProgramInput(null, bytes);
        }
        else if (TryReadHex(text, out byte[]? decoded))
        {
            program = new ProgramInput(null, decoded);
        }
        else
        {
            program = HasControls(bytes) && LooksCompiled(bytes) ? new ProgramInput(null, bytes) : new ProgramInput(text, null);
        }

        error = null;
        return true;
    }

    private static bool LooksCompiled(byte[] bytes) =>
        bytes.Length > 0 && (bytes[0] == VersionTag || ProgramCodec.ReadAll(bytes).Rejection is not { Code: RejectionCode.MalformedMessage });

    private static bool HasControls(ReadOnlySpan<byte> bytes)
    {
        foreach (byte b in bytes)
        {
            if (b < ' ' && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f'))
                return true;
        }

        return false;
    }

    private static bool TryReadHex(string text, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        var digits = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (char.IsAsciiHexDigit(c))
                digits.Append(c);
            else if (!char.IsWhiteSpace(c))
                return false;
        }

        if (digits.Length == 0 || digits.Length % 2 != 0)
            return false;
        bytes = Convert.FromHexString(digits.ToString());
        return true;
    }
}
