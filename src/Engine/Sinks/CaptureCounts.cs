namespace HogTrace;

/// <summary>
/// Captures of a probe that were taken out of the ring or never got in; those in between are counted where they are.
/// Counting at the other end spares the thread of the probe an interlocked operation.
/// </summary>
internal sealed class CaptureCounts
{
    private long _hits;
    private long _captures;
    private long _droppedHits;
    private long _dropped;

    public long Hits => _hits + Interlocked.Read(ref _droppedHits);

    public long Captures => _captures + Interlocked.Read(ref _dropped);

    /// <summary>Counts one that is taken out; for whoever may take out.</summary>
    public void TakenOut(bool isHit)
    {
        _captures++;
        if (isHit)
            _hits++;
    }

    /// <summary>Counts one that the ring had no room for; how many these are now.</summary>
    public long Dropped(bool isHit)
    {
        if (isHit)
            Interlocked.Increment(ref _droppedHits);
        return Interlocked.Increment(ref _dropped);
    }
}
