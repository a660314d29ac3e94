using System.Runtime.InteropServices;

namespace HogTrace.Queueing;

/// <summary>The end of a lane where events are taken out. For one thread at a time, but for what says otherwise.</summary>
internal sealed class LaneReader(EventLane lane, EventSegment first)
{
    private EventSegment _segment = first;
    private State _state;

    /// <summary>The thread that sent.</summary>
    public Thread Thread => lane.Thread;

    /// <summary>Whether everything that was sent is taken out. From any thread.</summary>
    public bool IsEmpty => Volatile.Read(ref _state.Head) == lane.Sent;

    /// <summary>Whether its thread has ended and everything that it sent is finished.</summary>
    public bool IsOver => !Thread.IsAlive && Finished == lane.Sent;

    /// <summary>Of the events that were sent, from the first on, those that are delivered or given up. From any thread.</summary>
    public long Finished => Volatile.Read(ref _state.Finished);

    /// <summary>The oldest event's slot, when <see cref="MoveNext"/> found one.</summary>
    public ref EventSlot Slot => ref _segment.SlotAt(_state.Head);

    /// <summary>What belongs to the slot.</summary>
    public ref EventExtras Extras => ref _segment.ExtrasAt(_state.Head);

    /// <summary>Whether there is an event to take out.</summary>
    public bool MoveNext()
    {
        while (_state.Head == _segment.Tail)
        {
            // What was published before the lane went on is seen now.
            if (_segment.Next is not { } next || _state.Head != _segment.Tail)
                return _state.Head != _segment.Tail;
            var drained = _segment;
            _segment = next;
            lane.Leave(drained);
        }

        return true;
    }

    /// <summary>Takes the oldest event out. Its place is free after <see cref="OpenRemoved"/>.</summary>
    /// <param name="keepsSource">Whether its slot keeps the source for the next capture.</param>
    public void Remove(bool keepsSource)
    {
        ref var slot = ref Slot;
        ref var extras = ref Extras;
        if (extras.Payload is not ProbeEvent)
            slot.ClearValues();
        if (!keepsSource)
            slot.Source = null;
        extras.Clear();
        Volatile.Write(ref _state.Head, _state.Head + 1);
    }

    /// <summary>Opens the places of what was taken out. A time for many: each write takes the line from the other thread.</summary>
    public void OpenRemoved() => _segment.Head = _state.Head;

    /// <summary>What was taken out is delivered, or given up.</summary>
    public void Finish() => Volatile.Write(ref _state.Finished, _state.Head);

    /// <summary>Counts the captures of a probe that are published and not taken out, and those that are its hits.</summary>
    public void Count(CaptureCounts counts, ref long hits, ref long captures)
    {
        long at = _state.Head;
        for (var segment = _segment; segment is not null; segment = segment.Next)
        {
            for (long tail = segment.Tail; at < tail; at++)
            {
                if (segment.ExtrasAt(at).Payload is ProbeEvent || segment.SlotAt(at).Source is not { } source || source.Origin.Counts != counts)
                    continue;
                captures++;
                hits += source.IsHit ? 1 : 0;
            }
        }
    }

    /// <summary>Gives the segments back of a lane that is over.</summary>
    public void Close()
    {
        for (var segment = _segment; segment is not null;)
        {
            var next = segment.Next;
            lane.Leave(segment);
            segment = next;
        }
    }

    // Apart from what the thread that sends reads and writes.
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct State
    {
        [FieldOffset(64)]
        public long Head;

        [FieldOffset(72)]
        public long Finished;
    }
}
