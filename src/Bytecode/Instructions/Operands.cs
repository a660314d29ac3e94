namespace HogTrace.Bytecode;

/// <summary>The operands that follow an opcode, in this order, little endian.</summary>
[Flags]
internal enum Operands : byte
{
    None = 0,

    /// <summary>k: a u16 index into the constant pool.</summary>
    Constant = 1,

    /// <summary>n: a u8 count, or the bits that say which optional stack operands are there.</summary>
    Count = 2,

    /// <summary>d: a u16 forward distance from the next instruction.</summary>
    Distance = 4,
}
