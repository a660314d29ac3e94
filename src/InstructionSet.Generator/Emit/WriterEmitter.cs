using HogTrace.InstructionSet.Generator.Model;

namespace HogTrace.InstructionSet.Generator.Emit;

/// <summary>Emits the encoder: a method for each instruction.</summary>
internal static class WriterEmitter
{
    public static string Emit(InstructionTable table)
    {
        var source = new SourceWriter(table);
        source.Open("partial class CodeWriter");
        foreach (Instruction row in table.Instructions)
            Method(source, table, row);
        source.Close();
        return source.ToString();
    }

    private static void Method(SourceWriter source, InstructionTable table, Instruction row)
    {
        var parameters = new List<string>();
        if (row.HasConstant)
            parameters.Add("ushort k");
        if (row.HasCount)
            parameters.Add("byte n");
        string returns = row.HasDistance ? "int" : "void";

        source.Line($"/// <summary>{row.Meaning}</summary>");
        if (row.HasDistance)
            source.Line("/// <returns>The label to patch with the target.</returns>");
        source.Open($"public {returns} {row.Name}({string.Join(", ", parameters)})");
        source.Line($"Byte((byte){table.Enum}.{row.Name});");
        if (row.HasConstant)
            source.Line("UInt16(k);");
        if (row.HasCount)
            source.Line("Byte(n);");
        if (row.HasDistance)
            source.Line("return Label();");
        source.Close();
        source.Line("");
    }
}
