namespace HogTrace.Runtime;

/// <summary>Strings in the order of their code points, which is not that of their UTF-16 units.</summary>
internal static class CodePointOrder
{
    /// <summary>-1, 0 or 1.</summary>
    public static int Compare(string a, string b)
    {
        int same = a.AsSpan().CommonPrefixLength(b);
        if (same == a.Length || same == b.Length)
            return a.Length.CompareTo(b.Length);
        return Rank(a[same]) < Rank(b[same]) ? -1 : 1;
    }

    // Surrogates stand for code points above U+FFFF: they go behind the units U+E000 to U+FFFF.
    private static int Rank(char unit) => unit < 0xD800 ? unit : unit <= 0xDFFF ? unit + 0x2000 : unit - 0x800;
}
