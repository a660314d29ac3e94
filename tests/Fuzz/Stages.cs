namespace HogTrace.Tests.Fuzz;

/// <summary>A stage's bombs, each with what sets it off; that returns null, or what is wrong with the outcome.</summary>
internal static class Stages
{
    public static IReadOnlyDictionary<string, Func<IEnumerable<(string Bomb, Func<string?> Run)>>> All { get; } =
        new Dictionary<string, Func<IEnumerable<(string Bomb, Func<string?> Run)>>>
        {
            ["compile"] = SourceBombs.Compile,
            ["format"] = SourceBombs.Format,
            ["bytecode"] = BytecodeBombs.All,
            ["match"] = MatchingBombs.All,
            ["capture"] = CaptureBombs.All,
            ["grow"] = GrowthBombs.All,
        };
}
