namespace HogTrace.Bench.Cases;

/// <summary>The expression of P6, which the probe language, C# and JavaScript write alike.</summary>
internal static class LongExpression
{
    public const string Text =
        "arg0 + arg1 * 3 - arg0 * 2 + 7 + arg1 * 5 - arg0 * 4 + 1 + arg1 * 7 - arg0 * 6 + 9 + arg1 * 11 - arg0 * 8 + 2"
        + " + arg1 * 13 - arg0 * 10 + 4 + arg1 * 17 - arg0 * 12 + 8 + arg1 * 19 - arg0 * 14 + 6 > 1000000";
}
