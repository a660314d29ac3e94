using HogTrace.IlRewriting.Bodies;

namespace HogTrace.Tests.Rewriting;

/// <summary>Makes bodies from text: an instruction a line, with the target's line, number or token (in hexadecimal) as its operand.</summary>
internal static class Assembler
{
    /// <param name="clauses">Such as <c>Catch 0-3 3-5</c> or <c>Filter 0-3 3-5-7</c>: kind, try, and filter and handler.</param>
    public static byte[] Body(string code, string[]? clauses = null, int maxStack = 8, int locals = 0)
    {
        string[] lines = [.. code.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).SelectMany(line => line.Split("; "))];
        var instructions = lines.Select(line => new Instruction(Find(line.Split(' ')[0]).Opcode)).ToList();
        for (int i = 0; i < lines.Length; i++)
            SetOperand(instructions[i], lines[i].Split(' ')[1..], instructions);
        var end = new Instruction(Opcode.Nop);
        var body = new MethodBody
        {
            MaxStack = maxStack,
            InitLocals = true,
            LocalSignatureToken = locals,
            Instructions = instructions,
            Clauses = [.. (clauses ?? []).Select(clause => Clause(clause, [.. instructions, end]))],
            End = end,
        };
        return BodyWriter.TryWrite(body)!;
    }

    private static OpcodeFacts Find(string name)
    {
        foreach (var facts in OpcodeTable.All)
        {
            if (facts.Name == name)
                return facts;
        }

        throw new ArgumentException(name);
    }

    private static void SetOperand(Instruction instruction, string[] operands, List<Instruction> instructions)
    {
        switch (instruction.Facts.Operand)
        {
            case OperandKind.None:
                break;
            case OperandKind.Target32:
                instruction.Target = instructions[int.Parse(operands[0])];
                break;
            case OperandKind.Targets:
                instruction.Targets = [.. operands.Select(operand => instructions[int.Parse(operand)])];
                break;
            case OperandKind.Token:
                instruction.Operand = Convert.ToInt32(operands[0], 16);
                break;
            default:
                instruction.Operand = long.Parse(operands[0]);
                break;
        }
    }

    private static Clause Clause(string text, Instruction[] instructions)
    {
        string[] parts = text.Split(' ');
        Instruction[] tried = [.. parts[1].Split('-').Select(line => instructions[int.Parse(line)])];
        Instruction[] handler = [.. parts[2].Split('-').Select(line => instructions[int.Parse(line)])];
        return new Clause
        {
            Kind = Enum.Parse<ClauseKind>(parts[0]),
            TryStart = tried[0],
            TryEnd = tried[1],
            FilterStart = handler.Length == 3 ? handler[0] : null,
            HandlerStart = handler[^2],
            HandlerEnd = handler[^1],
        };
    }
}
