namespace HogTrace.Runtime;

/// <summary>What an operation of three-address code does.</summary>
internal enum OperationCode : byte
{
    /// <summary>dst = constant A.</summary>
    LoadConst,

    /// <summary>dst = A.</summary>
    Move,

    /// <summary>dst = the frame's value of a name; faults when it has none.</summary>
    LoadName,

    /// <summary>dst = the arguments as a tuple.</summary>
    LoadArgs,

    /// <summary>dst = arguments by name.</summary>
    LoadKwargs,

    /// <summary>dst = every named value in scope.</summary>
    LoadLocals,

    /// <summary>dst = static fields of the declaring type.</summary>
    LoadGlobals,

    /// <summary>Ends the run with a fault known at translation.</summary>
    Fail,

    Add,
    Sub,
    Mul,
    Div,
    Mod,
    Neg,
    Eq,
    Ne,
    Lt,
    Gt,
    Le,
    Ge,

    /// <summary>dst = truth of A and truth of B, both evaluated.</summary>
    And,

    /// <summary>dst = truth of A or truth of B, both evaluated.</summary>
    Or,
    Not,
    Truth,
    Jump,
    JumpIfFalse,
    JumpIfTrue,

    /// <summary>dst = A.name.</summary>
    GetAttr,

    /// <summary>dst = A[B].</summary>
    GetItem,

    /// <summary>Charges for the String in A, if it is one: what is left to do of an item that A stands for.</summary>
    TouchString,

    /// <summary>dst = A[…]; its parts in consecutive registers after A.</summary>
    GetSlice,

    /// <summary>dst = the request store's value of a name.</summary>
    GetStore,

    /// <summary>The request store's name = A.</summary>
    SetStore,

    /// <summary>dst = function(arguments in consecutive registers from A).</summary>
    Call,

    /// <summary>Records an event from consecutive registers from A.</summary>
    Capture,

    /// <summary>Ends the code: a predicate's result is A; a body has none.</summary>
    Return,
}
