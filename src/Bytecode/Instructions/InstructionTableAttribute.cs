namespace HogTrace.Bytecode;

/// <summary>Marks the enum that is the instruction table; the generator reads it.</summary>
[AttributeUsage(AttributeTargets.Enum)]
internal sealed class InstructionTableAttribute : Attribute;
