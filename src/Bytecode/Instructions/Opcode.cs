namespace HogTrace.Bytecode;

/// <summary>The instruction set: every fact of every instruction stands here, and only here.</summary>
/// <remarks>
/// Stack notation: operands before <c>-></c> are popped (the last is the top), results after it are pushed;
/// <c>v*n</c> is one value, <c>(k v)*n</c> one pair for each of operand n, and <c>[a b]</c> values of which
/// the bits of n, lowest first, say whether they are there.
/// </remarks>
[InstructionTable]
internal enum Opcode : byte
{
    [Instruction("-> v", "Pushes the constant.", Operands = Operands.Constant, Constants = ConstantKinds.Value)]
    PushConst = 0x01,

    [Instruction("v ->", "Drops the top.")]
    Pop = 0x02,

    [Instruction("v -> v v", "Pushes the top once more.")]
    Dup = 0x03,

    [Instruction("-> v", "Reads a name; `$req` and `$request` give the request store's proxy.", Operands = Operands.Constant, Constants = ConstantKinds.Text, CanFault = true, Proxy = ProxyUse.Pushes)]
    LoadVar = 0x10,

    [Instruction("v ->", "Reserved; the verifier rejects it.", Operands = Operands.Constant, Constants = ConstantKinds.Text, IsForbidden = true)]
    StoreVar = 0x11,

    [Instruction("a b -> c", "Sum of numbers, or strings joined.", CanFault = true, Cost = CostClass.Touched)]
    Add = 0x20,

    [Instruction("a b -> c", "Difference.", CanFault = true)]
    Sub = 0x21,

    [Instruction("a b -> c", "Product.", CanFault = true)]
    Mul = 0x22,

    [Instruction("a b -> c", "Quotient; of Ints it truncates toward zero.", CanFault = true)]
    Div = 0x23,

    [Instruction("a b -> c", "Remainder, with the sign of the dividend.", CanFault = true)]
    Mod = 0x24,

    [Instruction("v -> c", "Negation of a number.", Since = 2, CanFault = true)]
    Neg = 0x25,

    [Instruction("a b -> bool", "Whether the values are equal.", Cost = CostClass.Touched)]
    Eq = 0x30,

    [Instruction("a b -> bool", "Whether the values differ.", Cost = CostClass.Touched)]
    Ne = 0x31,

    [Instruction("a b -> bool", "Whether a comes before b.", CanFault = true, Cost = CostClass.Touched)]
    Lt = 0x32,

    [Instruction("a b -> bool", "Whether a comes after b.", CanFault = true, Cost = CostClass.Touched)]
    Gt = 0x33,

    [Instruction("a b -> bool", "Whether a is b or comes before it.", CanFault = true, Cost = CostClass.Touched)]
    Le = 0x34,

    [Instruction("a b -> bool", "Whether a is b or comes after it.", CanFault = true, Cost = CostClass.Touched)]
    Ge = 0x35,

    [Instruction("a b -> bool", "Whether both are true; both have been evaluated.")]
    And = 0x40,

    [Instruction("a b -> bool", "Whether either is true; both have been evaluated.")]
    Or = 0x41,

    [Instruction("v -> bool", "Whether the value is false.")]
    Not = 0x42,

    [Instruction("v ->", "Jumps forward when the value is false.", Since = 2, Operands = Operands.Distance, Flow = ControlFlow.Branch)]
    JumpIfFalse = 0x43,

    [Instruction("v ->", "Jumps forward when the value is true.", Since = 2, Operands = Operands.Distance, Flow = ControlFlow.Branch)]
    JumpIfTrue = 0x44,

    [Instruction("->", "Jumps forward.", Since = 2, Operands = Operands.Distance, Flow = ControlFlow.Jump)]
    Jump = 0x45,

    [Instruction("v -> bool", "The truth of the value.", Since = 2)]
    Truth = 0x46,

    [Instruction("o -> v", "Reads a member of o, or a name of the request store.", Operands = Operands.Constant, Constants = ConstantKinds.Text, CanFault = true, Cost = CostClass.Touched, Proxy = ProxyUse.Accepts)]
    GetAttr = 0x50,

    [Instruction("o i -> v", "Reads the item of o at i.", CanFault = true, Cost = CostClass.Touched)]
    GetItem = 0x51,

    [Instruction("o v ->", "Sets a name of the request store; o is its proxy.", Operands = Operands.Constant, Constants = ConstantKinds.Text, CanFault = true, Cost = CostClass.Touched, Proxy = ProxyUse.Requires)]
    SetAttr = 0x52,

    [Instruction("o [start stop step] -> v", "Slices o.", Since = 2, Operands = Operands.Count, CanFault = true, Cost = CostClass.Touched)]
    GetSlice = 0x53,

    [Instruction("v*n -> r", "Calls a function of the table.", Operands = Operands.Constant | Operands.Count, Constants = ConstantKinds.Text, CanFault = true, Cost = CostClass.Touched)]
    CallFunc = 0x60,

    [Instruction("(k v)*n -> r", "Calls `capture` or `send` with named fields; each k is pushed by PushConst of a String.", Since = 2, Operands = Operands.Constant | Operands.Count, Constants = ConstantKinds.Text, CanFault = true, Cost = CostClass.Touched)]
    CallNamed = 0x61,
}
