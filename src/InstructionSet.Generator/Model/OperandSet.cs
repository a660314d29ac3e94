namespace HogTrace.InstructionSet.Generator.Model;

/// <summary>The table's <c>Operands</c>, bit for bit.</summary>
[Flags]
internal enum OperandSet
{
    None = 0,
    Constant = 1,
    Count = 2,
    Distance = 4,
}
