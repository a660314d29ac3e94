using HogTrace.InstructionSet.Generator.Model;

namespace HogTrace.InstructionSet.Generator.Emit;

/// <summary>Emits what a listing shows of each instruction's operands.</summary>
internal static class OperandsEmitter
{
    public static string Emit(InstructionTable table)
    {
        var source = new SourceWriter(table);
        source.Line("/// <summary>Tells the operands of instructions to a visitor.</summary>");
        source.Open("internal static class InstructionOperands");
        source.Line("/// <summary>Visits the operands in the order in which they are encoded.</summary>");
        source.Open("public static void Visit<TVisitor>(ref TVisitor visitor, in Instruction instruction) where TVisitor : IOperandVisitor, allows ref struct");
        source.Open("switch (instruction.Opcode)");
        foreach (Instruction row in table.Instructions.Where(row => row.Operands != OperandSet.None))
            Case(source, table, row);
        source.Close();
        source.Close();
        source.Close();
        return source.ToString();
    }

    private static void Case(SourceWriter source, InstructionTable table, Instruction row)
    {
        source.Line($"case {table.Enum}.{row.Name}:");
        if (row.HasConstant)
            source.Line("    visitor.Constant(instruction.Constant);");
        if (row.HasCount && row.Stack.Optional.Count > 0)
            source.Line($"    visitor.Parts(instruction.Count, [{string.Join(", ", row.Stack.Optional.Select(Literal.Of))}]);");
        else if (row.HasCount)
            source.Line("    visitor.Count(instruction.Count);");
        if (row.HasDistance)
            source.Line($"    visitor.Target(instruction.Offset + {row.Length} + instruction.Distance);");
        source.Line("    break;");
    }
}
