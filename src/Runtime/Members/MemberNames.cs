namespace HogTrace.Runtime;

/// <summary>Comparing the names of members.</summary>
internal static class MemberNames
{
    /// <summary>Whether two names are one when case and underscores are ignored.</summary>
    public static bool AreAlike(string left, string right)
    {
        int i = 0, j = 0;
        while (true)
        {
            while (i < left.Length && left[i] == '_')
                i++;
            while (j < right.Length && right[j] == '_')
                j++;
            if (i == left.Length || j == right.Length)
                return i == left.Length && j == right.Length;
            if (char.ToLowerInvariant(left[i++]) != char.ToLowerInvariant(right[j++]))
                return false;
        }
    }
}
