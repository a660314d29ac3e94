namespace HogTrace.Queueing;

/// <summary>Takes events out of lanes: those of one thread in order, those of several as their clocks say. For one thread.</summary>
/// <param name="segments">Gets back what is drained.</param>
/// <param name="steadyAfter">Captures of a probe, taken out, after which headers keep where they come from.</param>
internal sealed class LaneMerge(SegmentPool segments, int steadyAfter)
{
    private readonly PriorityQueue<LaneReader, long> _waiting = new();
    private readonly List<LaneReader> _touched = [];

    /// <summary>Adds events to a batch.</summary>
    /// <param name="lanes">Where from.</param>
    /// <param name="batch">Gets the events.</param>
    /// <param name="most">How many it may hold.</param>
    public void TakeOut(EventLane[] lanes, List<ProbeEvent> batch, int most)
    {
        foreach (var lane in lanes)
        {
            if (!lane.Reader.MoveNext(segments))
                continue;
            _waiting.Enqueue(lane.Reader, lane.Reader.Header.UtcTicks);
            _touched.Add(lane.Reader);
        }

        while (batch.Count < most && _waiting.TryDequeue(out var reader, out _))
        {
            // As long as it is the oldest there is no need to ask the others.
            do
                batch.Add(TakeOut(reader));
            while (batch.Count < most && reader.MoveNext(segments) && IsOldest(reader));
            if (batch.Count < most && reader.MoveNext(segments))
                _waiting.Enqueue(reader, reader.Header.UtcTicks);
        }

        _waiting.Clear();
    }

    /// <summary>What was taken out is delivered, or given up.</summary>
    public void Finish()
    {
        foreach (var reader in _touched)
            reader.Finish();
        _touched.Clear();
    }

    private ProbeEvent TakeOut(LaneReader reader)
    {
        ref var header = ref reader.Header;
        bool isSteady = false;
        if (header.Subject is not ProbeEvent taken)
        {
            var source = (CaptureSource)header.Subject!;
            taken = CaptureEvent.Create(source, reader.Values, header.UtcTicks, reader.Thread);
            isSteady = source.TakenOut() > steadyAfter;
        }

        reader.Remove(keepsSource: isSteady);
        return taken;
    }

    private bool IsOldest(LaneReader reader) =>
        !_waiting.TryPeek(out _, out long next) || reader.Header.UtcTicks <= next;
}
