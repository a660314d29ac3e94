using System.Collections.Immutable;
using Google.Protobuf;

namespace HogTrace.Bytecode;

/// <summary>Reads and writes programs on the wire.</summary>
internal static class ProgramCodec
{
    /// <summary>Reads exactly one program, of either schema.</summary>
    public static ReadResult<Program> Read(ReadOnlySpan<byte> message)
    {
        ReadResult<IReadOnlyList<ListedProgram>> list = ReadAll(message);
        if (!list.IsAccepted)
            return new(null, list.Rejection);
        return list.Value.Count == 1
            ? new(list.Value[0].Program, null)
            : new(null, Reject.Because(RejectionCode.NotOneProgram, $"The list holds {list.Value.Count} programs; one is wanted."));
    }

    /// <summary>Reads every program of a list; a program of the first schema is a list of one.</summary>
    public static ReadResult<IReadOnlyList<ListedProgram>> ReadAll(ReadOnlySpan<byte> message)
    {
        Rejection? rejection = Read(message, out ImmutableArray<ListedProgram> programs);
        return rejection is null ? new(programs, null) : new(null, rejection);
    }

    /// <summary>Writes the canonical bytes.</summary>
    public static byte[] Write(Program program) => ProgramWriter.ToWire(program).ToByteArray();

    /// <summary>How many bytes <see cref="Write"/> makes.</summary>
    public static int Measure(Program program) => ProgramWriter.ToWire(program).CalculateSize();

    private static Rejection? Read(ReadOnlySpan<byte> message, out ImmutableArray<ListedProgram> programs)
    {
        programs = [];
        if (message.Length > Limits.MessageBytes)
            return Reject.Because(RejectionCode.MessageTooLong, $"The message is {message.Length} bytes long; {Limits.MessageBytes} are allowed.");
        if (MessageSchema.IsList(message) is not bool isList)
            return Reject.Because(RejectionCode.MalformedMessage, $"The bytes are neither a program nor a list of programs.");
        if (isList)
            return ProgramListReader.Read(message, out programs);

        Rejection? rejection = ProgramReader.Read(message, out Program? program);
        if (program is not null)
            programs = [new ListedProgram("", "", 0, program)];
        return rejection;
    }
}
