using System.Diagnostics;
using HogTrace.AgentProtocol;

namespace HogTrace.Cli.Attaching;

/// <summary>A conversation with the agent of a process, after its first words.</summary>
/// <param name="target">The process.</param>
/// <param name="channel">What the messages come over; closed with this.</param>
/// <param name="request">What was asked.</param>
/// <param name="hello">The agent's first words.</param>
/// <param name="next">A message that came after them; null when none has.</param>
internal sealed class AgentSession(
    TargetProcess target, ChannelSession channel, SessionRequest request, Hello hello, AgentMessage? next) : IDisposable
{
    /// <summary>What the agent says of a process without the profiler.</summary>
    public const string NoProfiler = "Absent";

    /// <summary>What a loop waits for a message before it looks whether there is something else to do.</summary>
    public static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);

    // What came before anybody took it.
    private readonly Queue<AgentMessage> _early = new(next is null ? [] : [next]);

    public TargetProcess Target => target;

    public Hello Hello => hello;

    /// <summary>What others do in the process; null when they do nothing.</summary>
    public string? Others => hello.Armed == 0
        ? null
        : $"Other clients have probes in {hello.Armed} method{(hello.Armed == 1 ? "" : "s")} of {target}.";

    /// <summary>Events that this side dropped.</summary>
    public long DroppedEvents => channel.Messages.DroppedEvents;

    /// <summary>Whether the process has said everything before it ended.</summary>
    public bool IsWhole => channel.IsWhole;

    /// <summary>Messages that never came.</summary>
    public long LostMessages => channel.Messages.LostMessages;

    /// <summary>The next message; null when none came in time, or when none comes any more.</summary>
    public AgentMessage? Take(TimeSpan patience, out bool isComplete)
    {
        isComplete = false;
        return _early.TryDequeue(out var message) ? message : channel.Messages.Take(patience, out isComplete);
    }

    /// <summary>Whether the agent says in time that the probes are in place; what it says is still to be taken.</summary>
    public bool IsArmedWithin(TimeSpan patience)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < patience;)
        {
            if (_early.Any(message => message.Kind == MessageKind.Armed))
                return true;
            if (channel.Messages.Take(Step, out bool isComplete) is { } message)
                _early.Enqueue(message);
            else if (isComplete)
                break;
        }

        return false;
    }

    /// <summary>Asks the agent to take the probes out and to send what it still has; says whether it was asked.</summary>
    public bool TryFinish()
    {
        try
        {
            using var control = ChannelSession.Open(
                target.Id, Channels.Control, new SessionRequest { Command = SessionCommand.Finish, Session = request.Session });
            return true;
        }
        catch (Exception failure) when (AgentLoading.Describe(target, failure) is not null)
        {
            // The process has ended, or doesn't answer. The end of the session takes the probes out as well.
            return false;
        }
    }

    public void Dispose() => channel.Dispose();
}
