namespace HogTrace.Runtime;

/// <summary>An operand: a register, or an index into the constants of the translated code.</summary>
internal readonly record struct Operand(bool IsConstant, int Index)
{
    public static Operand Register(int index) => new(false, index);

    public static Operand Constant(int index) => new(true, index);
}
