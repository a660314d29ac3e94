using System.Runtime.InteropServices;
using HogTrace.Runtime;

namespace HogTrace.Queueing;

/// <summary>The end of a lane where events are taken out. For one thread at a time, but for what says otherwise.</summary>
/// <param name="lane">The lane.</param>
/// <param name="first">Its first segment.</param>
internal sealed class LaneReader(EventLane lane, EventSegment first)
{
    private LaneCursor _cursor = new(first);
    private long _published;
    private State _state;

    /// <summary>The thread that sent.</summary>
    public Thread Thread => lane.Thread;

    /// <summary>Events that are taken out: their words are free. From any thread.</summary>
    public long Taken => Volatile.Read(ref _state.Taken);

    /// <summary>Of the events that were sent, from the first on, those that are delivered or given up. From any thread.</summary>
    public long Finished => Volatile.Read(ref _state.Finished);

    /// <summary>Whether everything that was sent is taken out. From any thread.</summary>
    public bool IsEmpty => Taken == lane.Sent;

    /// <summary>Whether its thread has ended and everything that it sent is finished.</summary>
    public bool IsOver => !Thread.IsAlive && Finished == lane.Sent;

    /// <summary>The oldest event, when <see cref="MoveNext"/> found one.</summary>
    public ref RecordHeader Header => ref _cursor.Header;

    /// <summary>Its values.</summary>
    public ReadOnlySpan<Value> Values => _cursor.Values;

    /// <summary>Whether there is an event to take out.</summary>
    public bool MoveNext(SegmentPool segments)
    {
        // The other thread's line is asked for only when nothing is left of what it said last.
        if (_state.Taken == _published)
        {
            _published = lane.Sent;
            if (_state.Taken == _published)
                return false;
        }

        if (_cursor.Enter(_state.Taken) is { } drained)
            segments.Return(drained);
        return true;
    }

    /// <summary>Takes the oldest event out.</summary>
    /// <param name="keepsSource">Whether its header keeps the source for the next capture.</param>
    public void Remove(bool keepsSource)
    {
        ref var header = ref Header;
        int words = header.RecordWords;
        _cursor.Values.Clear();
        header.UtcTicks = 0;
        if (!keepsSource)
            header.Subject = null;
        _cursor.Leave(words);
        Volatile.Write(ref _state.Taken, _state.Taken + 1);
    }

    /// <summary>What was taken out is delivered, or given up.</summary>
    public void Finish() => Volatile.Write(ref _state.Finished, _state.Taken);

    /// <summary>Counts the captures of a probe that are published and not taken out, and those that are its hits.</summary>
    public void Count(CaptureCounts counts, ref long hits, ref long captures)
    {
        var cursor = _cursor;
        long sent = lane.Sent;
        for (long at = _state.Taken; at < sent; at++)
        {
            cursor.Enter(at);
            ref var header = ref cursor.Header;
            if (header.Subject is CaptureSource source && source.Origin.Counts == counts)
            {
                captures++;
                hits += source.IsHit ? 1 : 0;
            }

            cursor.Leave(header.RecordWords);
        }
    }

    /// <summary>Gives the segments back of a lane that is over.</summary>
    public void Close(SegmentPool segments)
    {
        if (_cursor.Enter(_state.Taken) is { } drained)
            segments.Return(drained);
        segments.Close(_cursor.Segment);
    }

    // Apart from what the thread that sends reads and writes.
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct State
    {
        [FieldOffset(128)]
        public long Taken;

        [FieldOffset(136)]
        public long Finished;
    }
}
