using HogTrace.Runtime;

namespace HogTrace.Queueing;

/// <summary>Walks over the records of a lane that are published and not taken out. Not thread safe.</summary>
internal struct LaneCursor(EventSegment first)
{
    private int _at;

    /// <summary>The segment of the last record.</summary>
    public EventSegment Segment { get; private set; } = first;

    /// <summary>The header of the record that <see cref="Enter"/> has gone to.</summary>
    public readonly ref RecordHeader Header => ref RecordHeader.In(ref Segment.Words[_at]);

    /// <summary>What follows the header.</summary>
    public readonly Span<Value> Values => Segment.Words.AsSpan(_at + RecordHeader.Words, Header.RecordWords - RecordHeader.Words);

    /// <summary>Goes to the record of a position, which is the next one and published.</summary>
    /// <returns>The segment that was left behind; null when it is still the same.</returns>
    public EventSegment? Enter(long position)
    {
        EventSegment? left = null;
        if (position == Segment.Stop)
        {
            left = Segment;
            Segment = left.Next!;
        }

        // When nothing was waiting the segment may have been begun anew.
        if (position == Segment.Start)
            _at = 0;
        return left;
    }

    /// <summary>Goes on behind the record; its words may be gone from now on.</summary>
    /// <param name="words">Its length.</param>
    public void Leave(int words) => _at += words;
}
