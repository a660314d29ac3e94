namespace HogTrace.InstructionSet.Generator.Model;

/// <summary>An instruction as the table states it; enum values are C# expressions of the table's own enums.</summary>
internal sealed record Instruction(
    string Name,
    byte Opcode,
    OperandSet Operands,
    StackNotation Stack,
    int Since,
    bool CanFault,
    bool IsForbidden,
    string Flow,
    string Cost,
    string Proxy,
    string Constants,
    string Meaning)
{
    public bool HasConstant => (Operands & OperandSet.Constant) != 0;

    public bool HasCount => (Operands & OperandSet.Count) != 0;

    public bool HasDistance => (Operands & OperandSet.Distance) != 0;

    public int Length => 1 + (HasConstant ? 2 : 0) + (HasCount ? 1 : 0) + (HasDistance ? 2 : 0);
}
