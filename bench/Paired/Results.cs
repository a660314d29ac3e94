namespace HogTrace.Bench.Paired;

/// <summary>A run with what has to be known to repeat it.</summary>
internal sealed record Results(string Date, string Machine, string Command, bool IsPart, IReadOnlyList<LaunchFigures> Launches);
