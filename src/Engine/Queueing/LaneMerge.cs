namespace HogTrace.Queueing;

/// <summary>Takes events out of lanes: those of one thread in order, those of several as their clocks say. For one thread.</summary>
internal sealed class LaneMerge
{
    private readonly PriorityQueue<LaneReader, long> _waiting = new();
    private readonly List<LaneReader> _touched = [];

    /// <summary>Adds events to a batch.</summary>
    /// <param name="lanes">Where from.</param>
    /// <param name="batch">Gets the events.</param>
    /// <param name="most">How many it may hold.</param>
    /// <param name="steadyAfter">Captures of a probe, taken out, after which slots keep where they come from.</param>
    public void TakeOut(EventLane[] lanes, List<ProbeEvent> batch, int most, int steadyAfter)
    {
        foreach (var lane in lanes)
        {
            if (!lane.Reader.MoveNext())
                continue;
            _waiting.Enqueue(lane.Reader, lane.Reader.Slot.UtcTicks);
            _touched.Add(lane.Reader);
        }

        while (batch.Count < most && _waiting.TryDequeue(out var reader, out _))
        {
            // As long as it is the oldest there is no need to ask the others.
            do
                batch.Add(TakeOut(reader, steadyAfter));
            while (batch.Count < most && reader.MoveNext() && IsOldest(reader));
            if (batch.Count < most && reader.MoveNext())
                _waiting.Enqueue(reader, reader.Slot.UtcTicks);
        }

        _waiting.Clear();
        foreach (var reader in _touched)
            reader.OpenRemoved();
    }

    /// <summary>What was taken out is delivered, or given up.</summary>
    public void Finish()
    {
        foreach (var reader in _touched)
            reader.Finish();
        _touched.Clear();
    }

    private static ProbeEvent TakeOut(LaneReader reader, int steadyAfter)
    {
        ref var slot = ref reader.Slot;
        ref var extras = ref reader.Extras;
        bool isSteady = false;
        ProbeEvent taken;
        if (extras.Payload is ProbeEvent made)
        {
            taken = made;
        }
        else
        {
            taken = CaptureEvent.Create(slot, extras, reader.Thread);
            isSteady = slot.Source!.TakenOut() > steadyAfter;
        }

        reader.Remove(keepsSource: isSteady);
        return taken;
    }

    private bool IsOldest(LaneReader reader) =>
        !_waiting.TryPeek(out _, out long next) || reader.Slot.UtcTicks <= next;
}
