using System.Reflection.Emit;

namespace HogTrace.IlBackend.Emit;

/// <summary>Instructions that belong together.</summary>
/// <param name="Kind">What they are.</param>
/// <param name="Instruction">Index of the bytecode instruction that they are made of; -1 for none.</param>
/// <param name="Purpose">What they do; of a bytecode instruction, the operation of three-address code.</param>
internal sealed record IlBlock(IlBlockKind Kind, int Instruction, string Purpose)
{
    public List<IlLine> Lines { get; } = [];
}

/// <summary>What a block of a listing is.</summary>
internal enum IlBlockKind
{
    /// <summary>What goes before the first operation.</summary>
    Start,

    /// <summary>An operation.</summary>
    Operation,

    /// <summary>A way out of the code, after all operations.</summary>
    Exit,
}

/// <summary>An instruction, or a label where <paramref name="Operand"/> alone is set.</summary>
internal readonly record struct IlLine(OpCode? Code, object? Operand);
