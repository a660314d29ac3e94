namespace HogTrace.Bytecode;

/// <summary>Tells the two public schemas apart.</summary>
/// <remarks>
/// Their first two fields differ in wire type: <c>version</c> is a varint and <c>constant_pool</c> length-delimited,
/// <c>programs</c> is length-delimited and <c>retrieved_at</c> a varint; everything else is in a program only.
/// A program always has a version, so a message that shows nothing is a list without programs.
/// </remarks>
internal static class MessageSchema
{
    /// <summary>Null when the bytes are no message, or show signs of both.</summary>
    public static bool? IsList(ReadOnlySpan<byte> message)
    {
        bool list = false;
        bool program = false;
        var fields = new WireReader(message);
        while (fields.Next())
        {
            switch ((fields.Field, fields.Type))
            {
                case (Wire.ProgramList.ProgramsFieldNumber, WireType.Length):
                case (Wire.ProgramList.RetrievedAtFieldNumber, WireType.Varint):
                    list = true;
                    break;
                case (Wire.Program.VersionFieldNumber, WireType.Varint):
                case (Wire.Program.ConstantPoolFieldNumber, WireType.Length):
                case (Wire.Program.ProbesFieldNumber, WireType.Length):
                case (Wire.Program.SamplingFieldNumber, WireType.Fixed32):
                    program = true;
                    break;
            }
        }

        return fields.IsMalformed || (list && program) ? null : !program;
    }
}
