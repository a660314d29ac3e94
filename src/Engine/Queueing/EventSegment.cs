using HogTrace.Runtime;

namespace HogTrace.Queueing;

/// <summary>
/// Room for records, which one thread writes one after another and one takes out; a lane is a chain of segments.
/// Positions are those of the lane: events that were sent before.
/// </summary>
/// <param name="number">Its number in the pool, from 1.</param>
internal sealed class EventSegment(int number)
{
    /// <summary>Events that a segment holds at most.</summary>
    public const int Events = 64;

    /// <summary>Words of a segment. Captures of up to eight fields fill it by their number, larger ones by their size.</summary>
    public const int Size = Events * (8 + RecordHeader.Words);

    public readonly int Number = number;

    /// <summary>None before it is used for the first time.</summary>
    public Value[] Words { get; private set; } = [];

    /// <summary>The first position. Written by the thread that sends, as all that follows.</summary>
    public long Start { get; private set; }

    /// <summary>Where the lane went on with the next segment; beyond every position while it hasn't.</summary>
    public long Stop { get; private set; } = long.MaxValue;

    /// <summary>What the lane goes on with.</summary>
    public EventSegment? Next { get; private set; }

    /// <summary>Of a free segment, the number of the next free one; 0 for none.</summary>
    public int NextFree { get; set; }

    /// <summary>Whether it has words by now; false when there is no memory for them.</summary>
    public bool TryAllocate()
    {
        try
        {
            if (Words.Length == 0)
                Words = new Value[Size];
            return true;
        }
        catch (OutOfMemoryException)
        {
            return false;
        }
    }

    /// <summary>
    /// Makes it an empty one that begins at a position. Nobody may be in the middle of it; the reader learns of it by the
    /// publication of the event at the position.
    /// </summary>
    public void Begin(long position)
    {
        Next = null;
        Stop = long.MaxValue;
        Start = position;
    }

    /// <summary>Ends it before a position, whose publication is what the reader learns of it by.</summary>
    public void GoOn(long position, EventSegment next)
    {
        Next = next;
        Stop = position;
    }
}
