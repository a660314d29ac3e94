namespace HogTrace.Agent.Channels;

/// <summary>The messages that were sent last, up to a number of bytes.</summary>
internal sealed class RecentMessages
{
    private readonly Queue<SentMessage> _messages = [];
    private long _bytes;

    public IReadOnlyCollection<SentMessage> All => _messages;

    /// <summary>Adds one, and forgets the oldest that don't fit beside it.</summary>
    public void Add(SentMessage message, int atMostBytes)
    {
        _messages.Enqueue(message);
        _bytes += message.Payload.Length;
        while (_bytes > atMostBytes)
            _bytes -= _messages.Dequeue().Payload.Length;
    }
}
