using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace HogTrace.InstructionSet.Generator.Model;

/// <summary>The whole table, ordered by opcode.</summary>
internal sealed record InstructionTable(
    string Namespace, string Enum, EquatableArray<Instruction> Instructions, EquatableArray<Problem> Problems)
{
    private const string RowAttribute = "InstructionAttribute";

    public static InstructionTable Read(INamedTypeSymbol table)
    {
        var instructions = ImmutableArray.CreateBuilder<Instruction>();
        var problems = ImmutableArray.CreateBuilder<Problem>();
        var opcodes = new HashSet<byte>();
        foreach (IFieldSymbol field in table.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue))
        {
            string? problem = Read(field, out Instruction? instruction);
            if (problem is null && !opcodes.Add(instruction!.Opcode))
                problem = "has the opcode of another instruction";
            if (problem is null)
                instructions.Add(instruction!);
            else
                problems.Add(Problem.At(field, $"{field.Name} {problem}"));
        }

        instructions.Sort((a, b) => a.Opcode.CompareTo(b.Opcode));
        return new InstructionTable(
            table.ContainingNamespace.ToDisplayString(), table.Name, new(instructions.ToImmutable()), new(problems.ToImmutable()));
    }

    private static string? Read(IFieldSymbol field, out Instruction? instruction)
    {
        instruction = null;
        if (field.ConstantValue is not byte opcode)
            return "does not fit a byte";
        AttributeData? row = field.GetAttributes().FirstOrDefault(data => data.AttributeClass?.Name == RowAttribute);
        if (row is null || row.ConstructorArguments.Length != 2)
            return "has no [Instruction]";
        var facts = new RowFacts(row);
        StackNotation? stack = StackNotation.Parse(facts.Stack);
        if (stack is null)
            return $"has a stack effect that is not of the notation: '{facts.Stack}'";

        instruction = new Instruction(
            field.Name, opcode, facts.Operands, stack, facts.Since, facts.CanFault, facts.IsForbidden,
            facts.Enum("Flow"), facts.Enum("Cost"), facts.Enum("Proxy"), facts.Enum("Constants"), facts.Meaning);
        if (stack.UsesCount && !instruction.HasCount)
            return "pops by n but has no operand n";
        if (instruction.HasDistance != (facts.Enum("Flow") != "default"))
            return "must have a distance exactly when it jumps";
        return null;
    }
}
