using System.Buffers.Binary;

namespace HogTrace.IlRewriting.Bodies;

/// <summary>Puts a body together again, always in the fat format.</summary>
internal static class BodyWriter
{
    // A section's size has three bytes.
    private const int MaximumClauses = (0xFFFFFF - ClauseReader.SectionHeaderSize) / ClauseReader.FatClauseSize;

    /// <summary>Null if it is larger than the format allows.</summary>
    public static byte[]? TryWrite(MethodBody body)
    {
        long codeSize = 0;
        foreach (var instruction in body.Instructions)
        {
            instruction.Offset = (int)codeSize;
            codeSize += instruction.Size;
        }

        int clauses = body.Clauses.Count;
        long sections = clauses == 0 ? 0 : ClauseReader.SectionHeaderSize + ((long)clauses * ClauseReader.FatClauseSize);
        long sectionsStart = clauses == 0 ? BodyHeader.FatSize + codeSize : (BodyHeader.FatSize + codeSize + 3) & ~3;
        if (body.MaxStack > ushort.MaxValue || clauses > MaximumClauses || sectionsStart + sections > Array.MaxLength)
            return null;
        body.End.Offset = (int)codeSize;
        var bytes = new byte[sectionsStart + sections];
        new BodyHeader(BodyHeader.FatSize, (int)codeSize, body.MaxStack, body.LocalSignatureToken, body.InitLocals, clauses != 0).Write(bytes);
        foreach (var instruction in body.Instructions)
            Write(instruction, bytes.AsSpan(BodyHeader.FatSize + instruction.Offset));
        if (clauses != 0)
            WriteClauses(body.Clauses, bytes.AsSpan((int)sectionsStart));
        return bytes;
    }

    private static void Write(Instruction instruction, Span<byte> bytes)
    {
        var facts = instruction.Facts;
        if (facts.Size == 2)
            bytes[0] = OpcodeTable.Escape;
        bytes[facts.Size - 1] = (byte)facts.Opcode;
        var operand = bytes[facts.Size..];
        int next = instruction.Offset + instruction.Size;
        switch (facts.Operand)
        {
            case OperandKind.None:
                break;
            case OperandKind.Int8 or OperandKind.Variable8:
                operand[0] = (byte)instruction.Operand;
                break;
            case OperandKind.Variable16:
                BinaryPrimitives.WriteUInt16LittleEndian(operand, (ushort)instruction.Operand);
                break;
            case OperandKind.Int64 or OperandKind.Float64:
                BinaryPrimitives.WriteInt64LittleEndian(operand, instruction.Operand);
                break;
            case OperandKind.Target32:
                BinaryPrimitives.WriteInt32LittleEndian(operand, instruction.Target!.Offset - next);
                break;
            case OperandKind.Targets:
                WriteTargets(instruction.Targets, next, operand);
                break;
            default:
                BinaryPrimitives.WriteInt32LittleEndian(operand, (int)instruction.Operand);
                break;
        }
    }

    private static void WriteTargets(Instruction[] targets, int next, Span<byte> operand)
    {
        BinaryPrimitives.WriteInt32LittleEndian(operand, targets.Length);
        for (int i = 0; i < targets.Length; i++)
            BinaryPrimitives.WriteInt32LittleEndian(operand[(sizeof(int) * (1 + i))..], targets[i].Offset - next);
    }

    private static void WriteClauses(List<Clause> clauses, Span<byte> bytes)
    {
        int size = ClauseReader.SectionHeaderSize + (clauses.Count * ClauseReader.FatClauseSize);
        BinaryPrimitives.WriteInt32LittleEndian(bytes, (size << 8) | ClauseReader.ExceptionTable | ClauseReader.FatFormat);
        bytes = bytes[ClauseReader.SectionHeaderSize..];
        foreach (var clause in clauses)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes, (int)clause.Kind);
            BinaryPrimitives.WriteInt32LittleEndian(bytes[4..], clause.TryStart.Offset);
            BinaryPrimitives.WriteInt32LittleEndian(bytes[8..], clause.TryEnd.Offset - clause.TryStart.Offset);
            BinaryPrimitives.WriteInt32LittleEndian(bytes[12..], clause.HandlerStart.Offset);
            BinaryPrimitives.WriteInt32LittleEndian(bytes[16..], clause.HandlerEnd.Offset - clause.HandlerStart.Offset);
            BinaryPrimitives.WriteInt32LittleEndian(bytes[20..], clause.FilterStart?.Offset ?? clause.TypeToken);
            bytes = bytes[ClauseReader.FatClauseSize..];
        }
    }
}
