namespace HogTrace.IlRewriting.Bodies;

/// <summary>
/// The facts of an instruction. Stack effects are a letter a value, the top one last: <c>4</c> int32, <c>8</c> int64,
/// <c>n</c> native int, <c>i</c> int32 or native int, <c>f</c> float, <c>o</c> object, <c>r</c> managed reference,
/// <c>p</c> address (managed reference or native int), <c>c</c> what a condition can be, <c>t</c> a value of the operand's
/// type, <c>1</c> anything, <c>?</c> unknown, <c>=</c> two values that can be compared. <c>*</c> alone: it depends, and
/// the checker knows.
/// </summary>
internal sealed record OpcodeFacts(Opcode Opcode, string Name, OperandKind Operand, string Pops, string Pushes, Flow Flow)
{
    /// <summary>How many bytes the opcode is.</summary>
    public int Size => (ushort)Opcode > byte.MaxValue ? 2 : 1;
}
