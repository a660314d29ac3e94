using System.Runtime.CompilerServices;

namespace HogTrace.IlBackend.Emit;

/// <summary>
/// The length of a string and its first two characters, in one 64-bit word: the runtime has them side by side. Two
/// strings that differ nearly always differ there, so that one comparison, which goes the same way for all of them,
/// tells what by length and then by characters takes branches that a processor foresees badly.
/// </summary>
internal static class StringHead
{
    /// <summary>From the first character to the length, in bytes.</summary>
    public const int Offset = -sizeof(int);

    /// <summary>
    /// Whether strings are laid out like that here. The word is within every string, as objects are aligned to it, and
    /// of one character or more it is all determined: behind the last there is a null character.
    /// </summary>
    public static bool IsKnown { get; } = IntPtr.Size == sizeof(long) && HasLayout("a") && HasLayout("ab") && HasLayout("abc");

    public static long Of(string text) => Unsafe.ReadUnaligned<long>(
        ref Unsafe.AddByteOffset(ref Unsafe.As<char, byte>(ref Unsafe.AsRef(in text.GetPinnableReference())), Offset));

    private static bool HasLayout(string text)
    {
        ulong length = (ulong)text.Length;
        ulong first = text[0];
        ulong second = text.Length > 1 ? text[1] : '\0';
        return (ulong)Of(text) == (BitConverter.IsLittleEndian
            ? length | (first << 32) | (second << 48)
            : (length << 32) | (first << 16) | second);
    }
}
