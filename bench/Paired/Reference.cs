namespace HogTrace.Bench.Paired;

/// <summary>What the reference implementation takes. Measured another time, on a comparable machine: the order of magnitude.</summary>
internal static class Reference
{
    // Nanoseconds of a predicate that doesn't fire, in a release build.
    private static readonly Dictionary<string, double> s_nanoseconds = new()
    {
        ["P1"] = 113, ["P2"] = 210, ["P3"] = 198, ["P4"] = 228,
    };

    public static IEnumerable<string> Ids => s_nanoseconds.Keys;

    public static double? Nanoseconds(string id) => s_nanoseconds.TryGetValue(id, out double value) ? value : null;
}
