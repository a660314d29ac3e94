namespace HogTrace.Cli.Output;

/// <summary>Escape sequences for the colours of a terminal.</summary>
internal static class Ansi
{
    public const string Reset = "\u001b[0m";
    public const string Dim = "\u001b[2m";
    public const string Yellow = "\u001b[33m";
    public const string Cyan = "\u001b[36m";
    public const string BoldRed = "\u001b[1;31m";
    public const string BoldYellow = "\u001b[1;33m";
}
