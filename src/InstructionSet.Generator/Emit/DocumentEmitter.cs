using System.Text;
using HogTrace.InstructionSet.Generator.Model;

namespace HogTrace.InstructionSet.Generator.Emit;

/// <summary>Emits the table as the documentation shows it.</summary>
internal static class DocumentEmitter
{
    public static string Emit(InstructionTable table)
    {
        var source = new SourceWriter(table);
        source.Line("/// <summary>The instruction table as docs/bytecode.md shows it.</summary>");
        source.Open("internal static class InstructionSetDocument");
        source.Line("public const string Markdown =");
        source.Line($"    {Literal.Of(Markdown(table))};");
        source.Close();
        return source.ToString();
    }

    private static string Markdown(InstructionTable table)
    {
        var text = new StringBuilder();
        text.Append("| op | name | operands | stack | since | cost | faults | k names | meaning |\n");
        text.Append("|---|---|---|---|---|---|---|---|---|\n");
        foreach (Instruction row in table.Instructions)
        {
            text.Append($"| {row.Opcode:x2} | {row.Name} | {Operands(row)} | {Stack(row)} | {row.Since} ");
            text.Append($"| {(row.Cost == "default" ? "1" : "1 + touched")} | {(row.CanFault ? "yes" : "")} ");
            text.Append($"| {Constants(row)} | {row.Meaning} |\n");
        }

        return text.ToString();
    }

    private static string Operands(Instruction row) => string.Join(" ", new[]
    {
        row.HasConstant ? "k" : "",
        row.HasCount ? "n" : "",
        row.HasDistance ? "d" : "",
    }.Where(name => name.Length > 0));

    private static string Stack(Instruction row) => row.Stack.Text.Replace("->", "→").Replace("*", "\\*");

    /// <summary>Names the members without their enum: <c>Value</c>, <c>Text</c>.</summary>
    private static string Constants(Instruction row) => row.Constants == "default"
        ? ""
        : string.Join(", ", row.Constants.Split('|').Select(name => name.Substring(name.LastIndexOf('.') + 1).Trim()));
}
