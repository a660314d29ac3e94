using System.Numerics;

namespace HogTrace.Bytecode;

/// <summary>How an instruction changes the depth of the stack.</summary>
/// <param name="FixedPops">Values popped whatever operand n is.</param>
/// <param name="PopsPerCount">Values popped in addition for each of n.</param>
/// <param name="OptionalPops">Values of which the bits of n say whether they are popped.</param>
/// <param name="Pushes">Values pushed.</param>
internal readonly record struct StackEffect(int FixedPops, int PopsPerCount, int OptionalPops, int Pushes)
{
    /// <summary>The greatest n that means something.</summary>
    public int MaxCount => OptionalPops > 0 ? (1 << OptionalPops) - 1 : byte.MaxValue;

    public int Pops(byte count) =>
        FixedPops + (PopsPerCount * count) + (OptionalPops > 0 ? BitOperations.PopCount(count) : 0);
}
