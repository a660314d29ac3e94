namespace HogTrace.Cli.Attaching;

/// <summary>A process that may be traced.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its main assembly, or what the system calls it.</param>
/// <param name="ProcessName">What the system calls it.</param>
/// <param name="Runtime">Version of its runtime; empty when unknown.</param>
/// <param name="CommandLine">As it was started.</param>
/// <param name="Obstacle">Why it can't be traced; null when it can, as far as can be told without touching it.</param>
internal sealed record TargetProcess(
    int Id, string Name, string ProcessName, string Runtime, string CommandLine, string? Obstacle)
{
    public override string ToString() => $"{Name} ({Id})";
}
