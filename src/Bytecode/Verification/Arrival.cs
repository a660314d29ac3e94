namespace HogTrace.Bytecode;

/// <summary>What is known of the jumps that land on one instruction.</summary>
internal struct Arrival
{
    public bool Exists;
    public int Depth;
    public int EarliestJump;

    /// <summary>The highest slot that holds a proxy on any of them; -1 when none does.</summary>
    public int TopProxy;

    /// <summary>Instructions on the longest path.</summary>
    public int Cost;
}
