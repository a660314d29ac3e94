namespace HogTrace.Runtime;

/// <summary>Operations over a few values.</summary>
internal static class ValueSpans
{
    /// <summary>
    /// Copies one by one. The runtime's own copy of several references is native code of older vector instructions, which
    /// after newer ones cost some processors 100 ns: more than all else that a hit does.
    /// </summary>
    /// <param name="from">What is copied.</param>
    /// <param name="to">At least as long; it must not overlap.</param>
    public static void CopyFew(ReadOnlySpan<Value> from, Span<Value> to)
    {
        to = to[..from.Length];
        for (int i = 0; i < from.Length; i++)
            to[i] = from[i];
    }
}
