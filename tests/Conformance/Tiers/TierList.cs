using HogTrace.IlBackend;

namespace HogTrace.Tests.Conformance.Tiers;

/// <summary>Every tier. A further one is one more line.</summary>
internal static class TierList
{
    /// <summary>The definition that the others are held against.</summary>
    public static ITier Reference { get; } = new CheckingTier();

    /// <summary>Those that run under any budget.</summary>
    public static IReadOnlyList<ITier> Metered { get; } =
    [
        new RegisterTier("interpreter", null),
        new RegisterTier("compiled", Speculation.SmallInts),
        new RegisterTier("compiled without speculation", Speculation.None),
        new RegisterTier("compiled with experience", Speculation.Kinds, learns: true),
    ];

    public static IReadOnlyList<ITier> All { get; } = [new EngineTier("engine", -1), new EngineTier("engine, compiled", 0), .. Metered, Reference];
}
