namespace HogTrace.Bytecode;

/// <summary>A program of a list.</summary>
/// <param name="Id">Its id in the list; empty for a program that came on its own.</param>
/// <param name="Program">The program.</param>
internal sealed record ListedProgram(string Id, Program Program);
