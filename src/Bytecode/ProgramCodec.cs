namespace HogTrace.Bytecode;

/// <summary>Reads and writes programs on the wire (bytecode.md §1).</summary>
internal static class ProgramCodec
{
    /// <summary>Reads exactly one program, of either schema.</summary>
    public static ReadResult<Program> Read(ReadOnlySpan<byte> message) => throw new NotImplementedException();

    /// <summary>Reads every program of a list; a program of the first schema is a list of one.</summary>
    public static ReadResult<IReadOnlyList<ListedProgram>> ReadAll(ReadOnlySpan<byte> message) => throw new NotImplementedException();

    /// <summary>Writes the canonical bytes.</summary>
    public static byte[] Write(Program program) => throw new NotImplementedException();
}
