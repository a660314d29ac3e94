using HogTrace.Bytecode;

namespace HogTrace.Cli.Input;

/// <summary>A program on its way into a process.</summary>
/// <param name="Program">It, verified.</param>
/// <param name="Name">What its events call it.</param>
/// <param name="Sources">What it was made of, in order; none of a compiled program that came without.</param>
internal sealed record TracedProgram(Program Program, string Name, IReadOnlyList<SourcePart> Sources)
{
    /// <summary>The source that a line of the program's stands in, and the line there; null when it isn't known.</summary>
    public (SourcePart Source, int Line)? Locate(int line)
    {
        var source = Sources.LastOrDefault(part => part.FirstLine <= line);
        return source is null || line < 1 ? null : (source, line - source.FirstLine + 1);
    }
}
