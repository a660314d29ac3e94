namespace HogTrace.Bytecode;

/// <summary>Finds the source of instructions.</summary>
internal static class SourceMap
{
    /// <summary>The span of the instruction at or before the offset of the block; null when none is known.</summary>
    public static CodePosition? Find(Probe probe, CodeBlock block, int offset)
    {
        int first = block == CodeBlock.Body ? probe.Predicate.Length : 0;
        int wanted = first + offset;
        int low = 0;
        int high = probe.Positions.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (probe.Positions[middle].CodeOffset <= wanted)
                low = middle + 1;
            else
                high = middle;
        }

        return low > 0 && probe.Positions[low - 1].CodeOffset >= first ? probe.Positions[low - 1] : null;
    }
}
