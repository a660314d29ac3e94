namespace HogTrace.Bench.Cases;

/// <summary>
/// A way to run probes. Cases are generic over it, so that each tier has sites of its own in static fields of its own,
/// and code of its own around them.
/// </summary>
internal interface ITier
{
    /// <summary>Part of the names of the tier's sites.</summary>
    static abstract string Name { get; }

    static abstract ProbeEngine Engine { get; }
}
