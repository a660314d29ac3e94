namespace HogTrace.Bytecode;

/// <summary>A decoded instruction.</summary>
/// <param name="Opcode">What it does.</param>
/// <param name="Offset">Byte offset of its opcode in its own code block.</param>
/// <param name="Constant">Operand k: index into the constant pool; 0 when it has none.</param>
/// <param name="Count">Operand n: argument count or slice parts; 0 when it has none.</param>
/// <param name="Distance">Forward distance in bytes from the next instruction, of a jump; 0 when it has none.</param>
internal readonly record struct Instruction(Opcode Opcode, int Offset, ushort Constant, byte Count, ushort Distance);
