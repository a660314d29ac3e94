namespace HogTrace.Interpreter;

/// <summary>What a comparison does with its result.</summary>
internal enum Then : byte
{
    /// <summary>Writes it to its destination.</summary>
    Store,

    /// <summary>Jumps when it is false: the next instruction is a JumpIfFalse on it.</summary>
    JumpIfFalse,

    /// <summary>Jumps when it is true.</summary>
    JumpIfTrue,

    /// <summary>Ends the predicate with it.</summary>
    Return,
}
