using HogTrace.InstructionSet.Generator.Model;

namespace HogTrace.InstructionSet.Generator.Emit;

/// <summary>Emits the visitor, which makes a new instruction an error in every consumer, and its dispatch.</summary>
internal static class VisitorEmitter
{
    public static string EmitInterface(InstructionTable table)
    {
        var source = new SourceWriter(table);
        source.Line("/// <summary>Has to say something about every instruction.</summary>");
        source.Open("internal interface IInstructionVisitor<TResult>");
        foreach (Instruction row in table.Instructions)
        {
            source.Line($"/// <summary>{row.Meaning}</summary>");
            source.Line($"TResult {row.Name}(in Instruction instruction);");
            source.Line("");
        }

        source.Close();
        return source.ToString();
    }

    public static string EmitDispatch(InstructionTable table)
    {
        var source = new SourceWriter(table);
        source.Line("/// <summary>Calls the method of a visitor that an instruction stands for.</summary>");
        source.Open("internal static class InstructionDispatch");
        source.Line("/// <summary>The instruction must be one of the table, as every decoded one is.</summary>");
        source.Line("public static TResult Visit<TVisitor, TResult>(ref TVisitor visitor, in Instruction instruction)");
        source.Line("    where TVisitor : IInstructionVisitor<TResult>, allows ref struct =>");
        source.Open("    instruction.Opcode switch");
        foreach (Instruction row in table.Instructions)
            source.Line($"{table.Enum}.{row.Name} => visitor.{row.Name}(in instruction),");
        source.Line("_ => throw new global::System.Diagnostics.UnreachableException(),");
        source.Close("};");
        source.Close();
        return source.ToString();
    }
}
