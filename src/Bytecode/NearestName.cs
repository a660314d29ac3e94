namespace HogTrace.Bytecode;

/// <summary>Finds what a misspelt name was meant to be.</summary>
internal static class NearestName
{
    private const int LongestName = 64;

    /// <summary>
    /// The candidate nearest to a name, if one is near enough: the same but for case, or a third of its characters
    /// inserted, deleted, replaced or swapped at most. The first of equals wins.
    /// </summary>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        if (name.Length is 0 or > LongestName)
            return null;
        string? nearest = null;
        int least = int.MaxValue;
        string folded = name.ToUpperInvariant();
        foreach (string candidate in candidates)
        {
            if (candidate.Length > LongestName || candidate == name)
                continue;
            int distance = Distance(folded, candidate.ToUpperInvariant());
            int allowed = Math.Max(1, Math.Max(name.Length, candidate.Length) / 3);
            bool isNear = distance <= allowed && distance < Math.Min(name.Length, candidate.Length);
            if (isNear && distance < least)
                (nearest, least) = (candidate, distance);
        }

        return nearest;
    }

    /// <summary>Damerau–Levenshtein distance, no substring edited twice.</summary>
    public static int Distance(string a, string b)
    {
        int width = b.Length + 1;
        Span<int> table = new int[(a.Length + 1) * width];
        for (int i = 0; i <= a.Length; i++)
            table[i * width] = i;
        for (int j = 0; j <= b.Length; j++)
            table[j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            for (int j = 1; j <= b.Length; j++)
            {
                int cost = a[i - 1] == b[j - 1] ? 0 : 1;
                int best = Math.Min(table[((i - 1) * width) + j], table[(i * width) + j - 1]) + 1;
                best = Math.Min(best, table[((i - 1) * width) + j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    best = Math.Min(best, table[((i - 2) * width) + j - 2] + 1);
                table[(i * width) + j] = best;
            }
        }

        return table[^1];
    }
}
