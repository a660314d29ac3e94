namespace HogTrace.Bytecode;

/// <summary>The versions of the bytecode.</summary>
internal static class BytecodeVersion
{
    /// <summary>What the reference reads and writes.</summary>
    public const uint Reference = 1;

    /// <summary>Adds jumps, slices, negation and named calls.</summary>
    public const uint Current = 2;

    public static bool IsKnown(uint version) => version is Reference or Current;
}
