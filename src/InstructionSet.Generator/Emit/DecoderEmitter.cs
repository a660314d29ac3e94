using HogTrace.InstructionSet.Generator.Model;

namespace HogTrace.InstructionSet.Generator.Emit;

/// <summary>Emits the decoder.</summary>
internal static class DecoderEmitter
{
    public static string Emit(InstructionTable table)
    {
        var source = new SourceWriter(table);
        source.Line("/// <summary>Reads instructions from code that need not be well formed.</summary>");
        source.Open("internal static class InstructionDecoder");
        source.Line("/// <summary>Reads the instruction at the offset; false when there is none, or not all of it.</summary>");
        source.Open("public static bool TryRead(global::System.ReadOnlySpan<byte> code, int offset, out Instruction instruction, out int length)");
        source.Line("instruction = default;");
        source.Line("length = 0;");
        source.Line("if ((uint)offset >= (uint)code.Length)");
        source.Line("    return false;");
        source.Line("global::System.ReadOnlySpan<byte> rest = code[offset..];");
        source.Open("switch (rest[0])");
        foreach (IGrouping<OperandSet, Instruction> group in table.Instructions.GroupBy(row => row.Operands))
            Case(source, table, group);
        source.Line("default:");
        source.Line("    return false;");
        source.Close();
        source.Close();
        source.Close();
        return source.ToString();
    }

    private static void Case(SourceWriter source, InstructionTable table, IGrouping<OperandSet, Instruction> group)
    {
        foreach (Instruction row in group)
            source.Line($"case (byte){table.Enum}.{row.Name}:");
        Instruction shape = group.First();
        int at = 1;
        string constant = shape.HasConstant ? UInt16(ref at) : "0";
        string count = shape.HasCount ? $"rest[{at++}]" : "0";
        string distance = shape.HasDistance ? UInt16(ref at) : "0";
        source.Line($"    if (rest.Length < {shape.Length})");
        source.Line("        return false;");
        source.Line($"    length = {shape.Length};");
        source.Line($"    instruction = new Instruction(({table.Enum})rest[0], offset, {constant}, {count}, {distance});");
        source.Line("    return true;");
    }

    private static string UInt16(ref int at)
    {
        string read = $"(ushort)(rest[{at}] | (rest[{at + 1}] << 8))";
        at += 2;
        return read;
    }
}
