namespace HogTrace.Bytecode;

/// <summary>Where execution can go after an instruction that doesn't fault.</summary>
internal enum ControlFlow : byte
{
    /// <summary>To the next instruction.</summary>
    Next,

    /// <summary>To the next instruction or the target.</summary>
    Branch,

    /// <summary>To the target.</summary>
    Jump,
}
