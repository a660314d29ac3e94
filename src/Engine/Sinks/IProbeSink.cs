namespace HogTrace;

/// <summary>
/// Takes events in. Called on the engine's own thread, one batch at a time; what it throws is counted and goes no
/// further.
/// </summary>
public interface IProbeSink
{
    /// <summary>Takes a batch in, oldest first. The list is used again after the call; the events are not.</summary>
    void Write(IReadOnlyList<ProbeEvent> batch);

    /// <summary>Makes sure that what was written is where it belongs. By default, nothing.</summary>
    void Flush()
    {
    }
}
