namespace HogTrace.Tests.Conformance.Tiers;

/// <summary>Every tier. A further one is one more line.</summary>
internal static class TierList
{
    /// <summary>The definition that the others are held against.</summary>
    public static ITier Reference { get; } = new CheckingTier();

    /// <summary>Those that run under any budget.</summary>
    public static IReadOnlyList<ITier> Metered { get; } =
    [
        new InterpreterTier(),
    ];

    public static IReadOnlyList<ITier> All { get; } = [new EngineTier(), .. Metered, Reference];
}
