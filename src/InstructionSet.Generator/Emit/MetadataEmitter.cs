using HogTrace.InstructionSet.Generator.Model;

namespace HogTrace.InstructionSet.Generator.Emit;

/// <summary>Emits the table as data.</summary>
internal static class MetadataEmitter
{
    public static string Emit(InstructionTable table)
    {
        var source = new SourceWriter(table);
        source.Line("/// <summary>The instruction table as data.</summary>");
        source.Open("internal static class InstructionSet");
        source.Line("/// <summary>Every instruction, ordered by opcode.</summary>");
        source.Line("public static global::System.Collections.Immutable.ImmutableArray<InstructionInfo> All { get; } =");
        source.Line("[");
        foreach (Instruction row in table.Instructions)
            source.Line($"    {Row(table, row)},");
        source.Line("];");
        source.Line("");
        source.Line("private static readonly InstructionInfo?[] s_byOpcode = Index();");
        source.Line("");
        source.Line("/// <summary>The facts of the instruction with that byte; false when there is none.</summary>");
        source.Open("public static bool TryGet(byte opcode, [global::System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out InstructionInfo? info)");
        source.Line("info = s_byOpcode[opcode];");
        source.Line("return info is not null;");
        source.Close();
        source.Line("");
        source.Line("/// <summary>The facts of an instruction that is known to exist.</summary>");
        source.Line($"public static InstructionInfo Get({table.Enum} opcode) => s_byOpcode[(byte)opcode]!;");
        source.Line("");
        source.Open("private static InstructionInfo?[] Index()");
        source.Line("var index = new InstructionInfo?[256];");
        source.Line("foreach (InstructionInfo info in All)");
        source.Line("    index[(byte)info.Opcode] = info;");
        source.Line("return index;");
        source.Close();
        source.Close();
        return source.ToString();
    }

    private static string Row(InstructionTable table, Instruction row)
    {
        StackNotation stack = row.Stack;
        string effect = $"new StackEffect({stack.FixedPops}, {stack.PopsPerCount}, {stack.Optional.Count}, {stack.Pushes})";
        return $"new InstructionInfo({table.Enum}.{row.Name}, {Literal.Of(row.Name)}, (Operands){(int)row.Operands}, {row.Length}, {row.Since}, " +
            $"{effect}, {row.Flow}, {row.Cost}, {Literal.Of(row.CanFault)}, {row.Constants}, {row.Proxy}, {Literal.Of(row.IsForbidden)}, " +
            $"{Literal.Of(stack.Text)}, {Literal.Of(row.Meaning)})";
    }
}
