namespace HogTrace.IlBackend;

/// <summary>What the code of a site leaves of a hit to the entry probes; see <see cref="SiteAnswer"/> for whose it is.</summary>
internal enum SiteOutcome
{
    /// <summary>Nothing.</summary>
    Done = 0,

    /// <summary>The body: the predicate is true. Nothing has happened.</summary>
    Fires = 1,

    /// <summary>All: compiled code met what it doesn't do. Nothing has happened.</summary>
    NeedsContext = 2,

    /// <summary>All: it is time to count and measure. Nothing has happened.</summary>
    Due = 3,

    /// <summary>Nothing; but exit probes wait for the end of the call.</summary>
    Exits = 4,
}
