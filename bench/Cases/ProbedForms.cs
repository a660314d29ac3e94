namespace HogTrace.Bench.Cases;

/// <summary>A site at which nothing is installed.</summary>
internal readonly struct EmptySite : IProbedForm
{
    public static string Id => "off";

    public static string Title => "site with nothing installed";

    public static string? Entry => null;

    public static string? Exit => null;
}

/// <summary>An entry probe whose predicate is false.</summary>
internal readonly struct FalseEntry : IProbedForm
{
    public static string Id => "entry";

    public static string Title => "entry probe, predicate false";

    public static string? Entry => "/ n < 0 / { capture(n); }";

    public static string? Exit => null;
}

/// <summary>An exit probe, too, whose predicate is false.</summary>
internal readonly struct FalseEntryAndExit : IProbedForm
{
    public static string Id => "both";

    public static string Title => "entry and exit probe, predicates false";

    public static string? Entry => FalseEntry.Entry;

    public static string? Exit => "/ retval == 0 / { capture(n); }";
}
