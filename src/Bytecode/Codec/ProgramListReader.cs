using System.Collections.Immutable;

namespace HogTrace.Bytecode;

/// <summary>Reads the second schema, a list of programs.</summary>
internal static class ProgramListReader
{
    public static Rejection? Read(ReadOnlySpan<byte> message, out ImmutableArray<ListedProgram> programs)
    {
        programs = [];
        var read = ImmutableArray.CreateBuilder<ListedProgram>();
        var fields = new WireReader(message);
        while (fields.Next())
        {
            if ((fields.Field, fields.Type) != (Wire.ProgramList.ProgramsFieldNumber, WireType.Length))
                continue;
            if (read.Count == Limits.ListedPrograms)
                return Reject.Because(RejectionCode.TooManyPrograms, $"The list holds more than {Limits.ListedPrograms} programs.");
            if (ReadOne(fields.Bytes, out ListedProgram? program) is { } rejection)
                return rejection;
            read.Add(program!);
        }

        programs = read.DrainToImmutable();
        return null;
    }

    private static Rejection? ReadOne(ReadOnlySpan<byte> message, out ListedProgram? listed)
    {
        listed = null;
        string id = "";
        string hash = "";
        uint limit = 0;
        var program = new ProgramReader();
        bool hasCode = false;
        var fields = new WireReader(message);
        while (fields.Next())
        {
            Rejection? rejection = null;
            switch ((fields.Field, fields.Type))
            {
                case (Wire.HogTraceProgram.IdFieldNumber, WireType.Length):
                    rejection = WireText.Read(fields.Bytes, "program id", null, out id);
                    break;
                case (Wire.HogTraceProgram.HashFieldNumber, WireType.Length):
                    rejection = WireText.Read(fields.Bytes, "program hash", null, out hash);
                    break;
                case (Wire.HogTraceProgram.SamplingFieldNumber, WireType.Fixed32):
                    program.Sampling = BitConverter.UInt32BitsToSingle((uint)fields.Number);
                    break;
                case (Wire.HogTraceProgram.LimitFieldNumber, WireType.Varint):
                    limit = (uint)fields.Number;
                    break;
                case (Wire.HogTraceProgram.CompiledProgramFieldNumber, WireType.Length):
                    hasCode = true;
                    rejection = program.ReadCompiled(fields.Bytes);
                    break;
            }

            if (rejection is not null)
                return rejection;
        }

        if (fields.IsMalformed)
            return Reject.Because(RejectionCode.MalformedMessage, $"A program of the list is malformed.");
        if (!hasCode)
            return Reject.Because(RejectionCode.ListedProgramWithoutCode, $"Program '{id}' of the list has no code.");
        Rejection? unfit = program.Finish(out Program? finished);
        if (finished is not null)
            listed = new ListedProgram(id, hash, limit, finished);
        return unfit;
    }
}
