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

    private AgentMessage? _next = next;

    public TargetProcess Target => target;

    public Hello Hello => hello;

    /// <summary>What others do in the process; null when they do nothing.</summary>
    public string? Others => hello.Armed == 0
        ? null
        : $"Other clients have probes in {hello.Armed} method{(hello.Armed == 1 ? "" : "s")} of {target}.";

    /// <summary>Events that this side dropped.</summary>
    public long DroppedEvents => channel.Messages.DroppedEvents;

    /// <summary>Messages that never came.</summary>
    public long LostMessages => channel.Messages.LostMessages;

    /// <summary>The next message; null when none came in time, or when none comes any more.</summary>
    public AgentMessage? Take(TimeSpan patience, out bool isComplete)
    {
        isComplete = false;
        if (_next is null)
            return channel.Messages.Take(patience, out isComplete);
        var message = _next;
        _next = null;
        return message;
    }

    /// <summary>Whether a message came in time; it is the next that is taken.</summary>
    public bool HasMore(TimeSpan patience)
    {
        for (var clock = Stopwatch.StartNew(); _next is null && clock.Elapsed < patience;)
        {
            _next = channel.Messages.Take(patience - clock.Elapsed, out bool isComplete);
            if (isComplete)
                return false;
        }

        return _next is not null;
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
