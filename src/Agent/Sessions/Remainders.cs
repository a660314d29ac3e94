using HogTrace.Agent.Channels;

namespace HogTrace.Agent.Sessions;

/// <summary>
/// What sessions had left to say when their channels closed. A client that ends, and a process that does, look the same at
/// first, so it is kept until it is clear that the process goes on. Used by the agent's thread only.
/// </summary>
internal sealed class Remainders
{
    private readonly Queue<Kept> _kept = [];

    public bool IsEmpty => _kept.Count == 0;

    public void Keep(MessageWriter messages) => _kept.Enqueue(new Kept(messages, Environment.TickCount64));

    /// <summary>Forgets those that were kept for long enough.</summary>
    public void Forget()
    {
        while (_kept.TryPeek(out var kept) && Environment.TickCount64 - kept.Since > AgentLimits.HeldMilliseconds)
            _kept.Dequeue();
    }

    /// <summary>The process ends.</summary>
    public void Write()
    {
        while (_kept.TryDequeue(out var kept))
            kept.Messages.WriteRemainder();
    }

    private sealed record Kept(MessageWriter Messages, long Since);
}
