namespace HogTrace.Bytecode;

/// <summary>Receives the operands of an instruction in the order in which they are encoded.</summary>
internal interface IOperandVisitor
{
    /// <summary>Operand k.</summary>
    void Constant(ushort index);

    /// <summary>Operand n, a count.</summary>
    void Count(byte count);

    /// <summary>Operand n, bits that say which optional stack operands are there.</summary>
    void Parts(byte bits, scoped ReadOnlySpan<string> names);

    /// <summary>Operand d; the target is a byte offset in the same code block.</summary>
    void Target(int offset);
}
