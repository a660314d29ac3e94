using System.Diagnostics;
using HogTrace.AgentProtocol;

namespace HogTrace.Cli.Attaching;

/// <summary>
/// Messages on their way from the session to the output. A slow output must not hold up the session, so what doesn't fit
/// any more is dropped and counted; but only events are.
/// </summary>
internal sealed class MessageQueue
{
    private const int MaxEventBytes = 32 << 20;

    // So many that are missing are remembered, each to be told when it comes after all; more are only counted.
    private const int MaxMissing = 4_096;

    // The runtime writes thread by thread: messages of different threads may overtake each other by that much.
    private static readonly TimeSpan s_reordering = TimeSpan.FromMilliseconds(300);

    private readonly object _gate = new();
    private readonly PriorityQueue<AgentMessage, long> _waiting = new();
    private readonly Stopwatch _gap = new();
    private long _eventBytes;
    private long _nextNumber;
    private readonly HashSet<long> _missing = [];
    private long _lost;
    private long _greatest = -1;
    private bool _isComplete;

    /// <summary>Events that this side dropped.</summary>
    public long DroppedEvents { get; private set; }

    /// <summary>Messages that the agent sent and that have not come: the runtime's own buffer was full.</summary>
    public long LostMessages
    {
        get
        {
            lock (_gate)
                return _lost + _missing.Count;
        }
    }

    /// <summary>Adds a message; one that has come already, by another way, is left out.</summary>
    public void Add(AgentMessage message)
    {
        lock (_gate)
        {
            if (message.Number <= _greatest && !_missing.Remove(message.Number))
                return;
            NoteMissing(message.Number);
            if (message.Kind == MessageKind.Events)
            {
                if (_eventBytes + message.Payload.Length > MaxEventBytes)
                {
                    DroppedEvents += message.Payload.AsSpan().Count((byte)'\n');
                    // Its number stays, so that nobody waits for it.
                    message = message with { Payload = [] };
                }

                _eventBytes += message.Payload.Length;
            }

            _waiting.Enqueue(message, message.Number);
            Monitor.Pulse(_gate);
        }
    }

    private void NoteMissing(long arrived)
    {
        if (arrived <= _greatest)
            return;
        long first = Math.Max(_greatest + 1, arrived - MaxMissing);
        _lost += first - (_greatest + 1);
        for (long number = first; number < arrived; number++)
            _missing.Add(number);
        _greatest = arrived;
        if (_missing.Count <= MaxMissing)
            return;
        _lost += _missing.Count;
        _missing.Clear();
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

    /// <summary>The next message in the agent's order; null when none came in time, or when none comes any more.</summary>
    public AgentMessage? Take(TimeSpan patience, out bool isComplete)
    {
        lock (_gate)
        {
            if (!IsReady() && !_isComplete && patience > TimeSpan.Zero)
                Monitor.Wait(_gate, patience);
            isComplete = _isComplete && _waiting.Count == 0;
            if (!IsReady())
                return null;
            _gap.Reset();
            var message = _waiting.Dequeue();
            _nextNumber = Math.Max(_nextNumber, message.Number + 1);
            if (message.Kind == MessageKind.Events)
                _eventBytes -= message.Payload.Length;
            return message;
        }
    }

    // A number that is missing may still come.
    private bool IsReady()
    {
        if (!_waiting.TryPeek(out _, out long number))
            return false;
        if (number <= _nextNumber || _isComplete)
            return true;
        _gap.Start();
        return _gap.Elapsed > s_reordering;
    }
}
