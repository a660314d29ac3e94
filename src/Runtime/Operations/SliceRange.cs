namespace HogTrace.Runtime;

/// <summary>The positions that a slice picks from a sequence: <c>Start</c>, <c>Start + Step</c>, …, <c>Count</c> of them.</summary>
internal readonly record struct SliceRange(long Start, long Step, int Count)
{
    /// <summary>Python's rules: parts left out are null, negative ones count from the end, all are clamped.</summary>
    /// <param name="length">Of the sequence.</param>
    /// <param name="start">The first position.</param>
    /// <param name="stop">The position to stop before.</param>
    /// <param name="step">Not 0.</param>
    public static SliceRange Of(int length, long? start, long? stop, long? step)
    {
        // A step beyond the length picks one item at most; clamping it keeps every sum below in range.
        long stride = Math.Clamp(step ?? 1, -int.MaxValue, int.MaxValue);
        long low = stride < 0 ? -1 : 0;
        long high = stride < 0 ? length - 1 : length;
        long from = start is { } a ? Position(a, length, low, high) : stride < 0 ? high : low;
        long to = stop is { } b ? Position(b, length, low, high) : stride < 0 ? low : high;
        long distance = stride < 0 ? from - to : to - from;
        long count = distance <= 0 ? 0 : ((distance - 1) / Math.Abs(stride)) + 1;
        return new(count == 0 ? 0 : from, stride, (int)count);
    }

    private static long Position(long part, int length, long low, long high) =>
        Math.Clamp(part < 0 ? part + length : part, low, high);
}
