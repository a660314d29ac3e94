using System.Buffers.Binary;

namespace HogTrace.IlRewriting.Bodies;

/// <summary>Takes a body's bytes apart. Branches become wide; all else stays as it is.</summary>
internal static class BodyReader
{
    /// <summary>Null, and why, if the bytes are no body.</summary>
    public static MethodBody? TryRead(ReadOnlySpan<byte> bytes, out string? problem)
    {
        if (!BodyHeader.TryRead(bytes, out var header))
        {
            problem = "the header is malformed or the code is cut off";
            return null;
        }

        var end = new Instruction(Opcode.Nop) { Offset = header.CodeSize };
        var body = new MethodBody
        {
            MaxStack = header.MaxStack,
            InitLocals = header.InitLocals,
            LocalSignatureToken = header.LocalSignatureToken,
            Instructions = [],
            Clauses = [],
            End = end,
        };
        var starts = new Instruction?[header.CodeSize + 1];
        starts[header.CodeSize] = end;
        var code = bytes.Slice(header.Size, header.CodeSize);
        problem = ReadInstructions(code, body.Instructions, starts) ?? Resolve(code, body.Instructions, starts);
        if (problem is null && header.HasSections)
            problem = ClauseReader.Read(bytes, header.Size + header.CodeSize, starts, body.Clauses);
        end.Index = body.Instructions.Count;
        return problem is null ? body : null;
    }

    private static string? ReadInstructions(ReadOnlySpan<byte> code, List<Instruction> instructions, Instruction?[] starts)
    {
        for (int at = 0; at < code.Length;)
        {
            bool escaped = code[at] == OpcodeTable.Escape;
            int opcodeSize = escaped ? 2 : 1;
            if (code.Length - at < opcodeSize)
                return $"the instruction at {at} is cut off";
            if (OpcodeTable.Find(code[at + opcodeSize - 1], escaped) is not { } facts)
                return $"no instruction has the opcode at {at}";
            var rest = code[(at + opcodeSize)..];
            var instruction = new Instruction(facts.Opcode) { Offset = at, OriginalOffset = at, Index = instructions.Count };
            int operandSize = OperandSize(facts.Operand, rest);
            if (operandSize < 0 || operandSize > rest.Length)
                return $"the instruction at {at} is cut off";
            instruction.Operand = ReadOperand(facts.Operand, rest);
            instructions.Add(instruction);
            starts[at] = instruction;
            at += opcodeSize + operandSize;
        }

        return null;
    }

    // Below zero if not even the size is there.
    private static int OperandSize(OperandKind kind, ReadOnlySpan<byte> rest)
    {
        if (kind != OperandKind.Targets)
            return kind switch
            {
                OperandKind.None => 0,
                OperandKind.Int8 or OperandKind.Variable8 or OperandKind.Target8 => sizeof(byte),
                OperandKind.Variable16 => sizeof(ushort),
                OperandKind.Int64 or OperandKind.Float64 => sizeof(long),
                _ => sizeof(int),
            };
        if (!BinaryPrimitives.TryReadInt32LittleEndian(rest, out int count) || count < 0 || count > rest.Length / sizeof(int))
            return -1;
        return sizeof(int) * (1 + count);
    }

    private static long ReadOperand(OperandKind kind, ReadOnlySpan<byte> rest) => kind switch
    {
        OperandKind.None => 0,
        OperandKind.Int8 or OperandKind.Target8 => (sbyte)rest[0],
        OperandKind.Variable8 => rest[0],
        OperandKind.Variable16 => BinaryPrimitives.ReadUInt16LittleEndian(rest),
        OperandKind.Int64 or OperandKind.Float64 => BinaryPrimitives.ReadInt64LittleEndian(rest),
        _ => BinaryPrimitives.ReadInt32LittleEndian(rest),
    };

    // Distances become instructions once all of these are known.
    private static string? Resolve(ReadOnlySpan<byte> code, List<Instruction> instructions, Instruction?[] starts)
    {
        foreach (var instruction in instructions)
        {
            var facts = instruction.Facts;
            if (facts.Operand is not (OperandKind.Target8 or OperandKind.Target32 or OperandKind.Targets))
                continue;
            bool found = facts.Operand == OperandKind.Targets
                ? ResolveSwitch(code, instruction, starts)
                : ResolveBranch(instruction, facts, starts);
            if (!found)
                return $"a target of the branch at {instruction.Offset} is not the start of an instruction";
        }

        return null;
    }

    private static bool ResolveBranch(Instruction branch, OpcodeFacts facts, Instruction?[] starts)
    {
        int next = branch.Offset + facts.Size + (facts.Operand == OperandKind.Target8 ? sizeof(byte) : sizeof(int));
        branch.Target = At(starts, next + branch.Operand);
        branch.Operand = 0;
        branch.Opcode = OpcodeTable.Widen(branch.Opcode);
        return branch.Target is not null;
    }

    private static bool ResolveSwitch(ReadOnlySpan<byte> code, Instruction branch, Instruction?[] starts)
    {
        var distances = code[(branch.Offset + branch.Facts.Size + sizeof(int))..];
        var targets = new Instruction[branch.Operand];
        int next = branch.Offset + branch.Facts.Size + (sizeof(int) * (1 + targets.Length));
        for (int i = 0; i < targets.Length; i++)
        {
            if (At(starts, next + (long)BinaryPrimitives.ReadInt32LittleEndian(distances[(i * sizeof(int))..])) is not { } target)
                return false;
            targets[i] = target;
        }

        branch.Targets = targets;
        branch.Operand = 0;
        return true;
    }

    // The last start is the end, which nothing can branch to.
    private static Instruction? At(Instruction?[] starts, long offset) =>
        offset >= 0 && offset < starts.Length - 1 ? starts[offset] : null;
}
