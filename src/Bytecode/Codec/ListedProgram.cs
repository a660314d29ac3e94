namespace HogTrace.Bytecode;

/// <summary>A program of a list.</summary>
/// <param name="Id">Its id in the list; empty for a program that came on its own.</param>
/// <param name="Hash">What the list calls its hash; empty when it says nothing.</param>
/// <param name="Limit">What the list calls its limit; 0 when it says nothing.</param>
/// <param name="Program">The program.</param>
internal sealed record ListedProgram(string Id, string Hash, uint Limit, Program Program);
