namespace HogTrace.Interpreter;

/// <summary>
/// What a step of interpreted code does. The first of a family takes any operands and, when it meets Ints or Strings,
/// turns its step into a quick form; a quick form checks its operands and falls back to the family's definition in
/// Runtime. K stands for a constant right operand.
/// </summary>
internal enum StepCode : ushort
{
    LoadConst,
    Move,
    LoadName,
    LoadArgs,
    LoadKwargs,
    LoadLocals,
    LoadGlobals,
    Fail,

    Add,
    Sub,
    Mul,
    Div,
    Mod,
    AddInt,
    SubInt,
    MulInt,
    AddIntK,
    SubIntK,
    MulIntK,
    DivIntK,
    ModIntK,

    Eq,
    Ne,
    Lt,
    Gt,
    Le,
    Ge,
    EqInt,
    NeInt,
    LtInt,
    GtInt,
    LeInt,
    GeInt,
    EqIntK,
    NeIntK,
    LtIntK,
    GtIntK,
    LeIntK,
    GeIntK,
    EqStringK,
    NeStringK,

    /// <summary>Goes before the steps of an <see cref="AffineForm"/>: they go on until all have met Ints.</summary>
    AffineUntried,

    /// <summary>Does the steps of an <see cref="AffineForm"/> that follow, B in number; or nothing, and they do it.</summary>
    Affine,

    /// <summary>
    /// Does the attribute steps that follow, Count in number, and the comparison behind them if B is one more; or
    /// nothing, and they do it.
    /// </summary>
    Path,

    And,
    Or,
    Not,
    Truth,
    Neg,
    Jump,
    JumpIfFalse,
    JumpIfTrue,
    GetAttr,

    /// <summary>Of an object whose type is known before the run.</summary>
    GetAttrOfSealed,
    GetItem,
    TouchString,
    GetSlice,
    GetStore,
    SetStore,
    Call,
    Capture,
    ReturnPredicate,
    ReturnBody,
}
