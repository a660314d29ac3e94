using HogTrace.AgentProtocol;

namespace HogTrace.Cli.Attaching;

/// <summary>
/// Messages on their way from the session to the output. A slow output must not hold up the session, so what doesn't fit
/// any more is dropped and counted; but only events are.
/// </summary>
internal sealed class MessageQueue
{
    private const int MaxEventBytes = 32 << 20;

    private readonly object _gate = new();
    private readonly Queue<AgentMessage> _waiting = new();
    private long _eventBytes;
    private long _nextNumber;
    private long _received;
    private bool _isComplete;

    /// <summary>Events that this side dropped.</summary>
    public long DroppedEvents { get; private set; }

    /// <summary>Messages that the agent sent and that have not come: the runtime's own buffer was full.</summary>
    public long LostMessages
    {
        get
        {
            lock (_gate)
                return _nextNumber - _received;
        }
    }

    public void Add(AgentMessage message)
    {
        lock (_gate)
        {
            // Messages of several threads may overtake each other.
            _received++;
            _nextNumber = Math.Max(_nextNumber, message.Number + 1);
            if (message.Kind == MessageKind.Events)
            {
                if (_eventBytes + message.Payload.Length > MaxEventBytes)
                {
                    DroppedEvents += message.Payload.AsSpan().Count((byte)'\n');
                    return;
                }

                _eventBytes += message.Payload.Length;
            }

            _waiting.Enqueue(message);
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>No message comes any more.</summary>
    public void Complete()
    {
        lock (_gate)
        {
            _isComplete = true;
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>The next message; null when none came in time, or when none comes any more.</summary>
    public AgentMessage? Take(TimeSpan patience, out bool isComplete)
    {
        lock (_gate)
        {
            if (_waiting.Count == 0 && !_isComplete && patience > TimeSpan.Zero)
                Monitor.Wait(_gate, patience);
            isComplete = _isComplete && _waiting.Count == 0;
            if (!_waiting.TryDequeue(out var message))
                return null;
            if (message.Kind == MessageKind.Events)
                _eventBytes -= message.Payload.Length;
            return message;
        }
    }
}
