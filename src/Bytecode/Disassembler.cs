namespace HogTrace.Bytecode;

/// <summary>Writes programs for people to read.</summary>
internal static class Disassembler
{
    public static void Write(Program program, TextWriter output) => throw new NotImplementedException();
}
