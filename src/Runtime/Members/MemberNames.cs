namespace HogTrace.Runtime;

/// <summary>Comparing the names of members.</summary>
internal static class MemberNames
{
    private const int LongestSuggested = 64;

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

    /// <summary>The name that differs least, if it differs by no more than a third; else null.</summary>
    public static string? Nearest(string name, IEnumerable<string> candidates)
    {
        string? nearest = null;
        int least = (Math.Min(name.Length, LongestSuggested) / 3) + 1;
        foreach (string candidate in candidates)
        {
            if (name.Length > LongestSuggested || candidate.Length > LongestSuggested)
                continue;
            int distance = Distance(name, candidate);
            if (distance < least)
                (nearest, least) = (candidate, distance);
        }

        return nearest;
    }

    private static int Distance(string left, string right)
    {
        Span<int> row = stackalloc int[right.Length + 1];
        for (int j = 0; j <= right.Length; j++)
            row[j] = j;
        for (int i = 1; i <= left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                bool same = char.ToLowerInvariant(left[i - 1]) == char.ToLowerInvariant(right[j - 1]);
                int replaced = diagonal + (same ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[right.Length];
    }
}
