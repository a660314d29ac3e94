namespace HogTrace.Bench.Paired;

/// <summary>Puts results into a page, between two comments.</summary>
internal static class ResultsPage
{
    private const string Begin = "<!-- results -->\n";
    private const string End = "<!-- end of results -->";

    /// <summary>False when the page has no place for them.</summary>
    public static bool TryReplace(string file, string results)
    {
        string page = File.ReadAllText(file);
        int begin = page.IndexOf(Begin, StringComparison.Ordinal);
        int end = page.IndexOf(End, StringComparison.Ordinal);
        if (begin < 0 || end < begin)
            return false;
        File.WriteAllText(file, $"{page[..(begin + Begin.Length)]}{results}{page[end..]}");
        return true;
    }
}
