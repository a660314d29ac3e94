namespace HogTrace.Runtime;

/// <summary>A read-only view of every <c>step</c>-th item of a sequence. A slice of a view is a view of the same source.</summary>
internal sealed class SliceView : Sequence
{
    /// <summary>What a view costs on the heap.</summary>
    public const int Bytes = 56;

    private readonly object _source;
    private readonly SequenceAccess _access;
    private readonly long _start;
    private readonly long _step;

    private SliceView(object source, SequenceAccess access, long start, long step, int count)
    {
        _source = source;
        _access = access;
        _start = start;
        _step = step;
        Count = count;
    }

    public override int Count { get; }

    // The source may have shrunk since; it then throws, as the host's own code would see.
    public override Value this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            return _access.Item(_source, (int)(_start + (index * _step)));
        }
    }

    public static SliceView Of(object source, SequenceAccess access, SliceRange range)
    {
        // Two or more items of a view lie within an int's range of its source, and so does their distance: composing
        // steps can't overflow. The step of fewer items is never used, and may be anything.
        if (source is SliceView view)
        {
            return new(view._source, view._access, view._start + (range.Start * view._step),
                range.Count < 2 ? 1 : range.Step * view._step, range.Count);
        }

        return new(source, access, range.Start, range.Count < 2 ? 1 : range.Step, range.Count);
    }
}
