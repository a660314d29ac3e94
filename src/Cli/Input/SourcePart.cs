namespace HogTrace.Cli.Input;

/// <summary>One of the sources that a program was made of.</summary>
/// <param name="Name">What messages call it.</param>
/// <param name="Text">Its text.</param>
/// <param name="FirstLine">The line of the program's source that is its first, from 1.</param>
internal sealed record SourcePart(string Name, string Text, int FirstLine);
