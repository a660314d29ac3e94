using System.Collections.Immutable;

namespace HogTrace.Bytecode;

/// <summary>A predicate or body that the verifier has accepted, with the facts that it proved.</summary>
internal sealed class VerifiedCode
{
    /// <summary>Only the verifier calls this.</summary>
    internal VerifiedCode(
        ImmutableArray<Instruction> instructions,
        ImmutableArray<int> jumpTargets,
        ImmutableArray<short> depths,
        ImmutableArray<bool> namedCaptures,
        int maxDepth,
        int maxCost)
    {
        Instructions = instructions;
        JumpTargets = jumpTargets;
        Depths = depths;
        NamedCaptures = namedCaptures;
        MaxDepth = maxDepth;
        MaxCost = maxCost;
    }

    public ImmutableArray<Instruction> Instructions { get; }

    /// <summary>For each instruction, the index of the instruction it may jump to (the length of the code for its end), or -1.</summary>
    public ImmutableArray<int> JumpTargets { get; }

    /// <summary>Stack depth before each instruction; -1 where no path arrives.</summary>
    public ImmutableArray<short> Depths { get; }

    /// <summary>For each instruction, whether it is a capture call whose arguments are name, value pairs.</summary>
    public ImmutableArray<bool> NamedCaptures { get; }

    public int MaxDepth { get; }

    /// <summary>The number of instructions on the longest path: jumps go forward only, so it is known.</summary>
    public int MaxCost { get; }
}
