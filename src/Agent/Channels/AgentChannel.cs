using System.Diagnostics.Tracing;
using HogTrace.AgentProtocol;

namespace HogTrace.Agent.Channels;

/// <summary>
/// A provider that a client talks over: its session's arguments are the request, its events are the answers. Every
/// method of such a class that isn't marked is taken for an event, so there are few.
/// </summary>
internal sealed class AgentChannel : EventSource
{
    private readonly IChannelListener? _listener;
    private long _unpushedSince;
    private SessionRequest? _early;

    public AgentChannel(string name, IChannelListener listener)
        : base(name, EventSourceSettings.EtwManifestEventFormat) => _listener = listener;

    [Event(AgentProtocol.Channels.MessageEvent, Level = EventLevel.Informational)]
    public void Message(string session, int kind, long number, byte[] payload)
    {
        WriteEvent(AgentProtocol.Channels.MessageEvent, session, kind, number, payload);
        Volatile.Write(ref _unpushedSince, kind == (int)MessageKind.Pulse ? 0 : Environment.TickCount64);
    }

    /// <summary>Whether something waits for <see cref="Pulse"/> to come through.</summary>
    public bool NeedsPulse => Volatile.Read(ref _unpushedSince) != 0 && IsEnabled();

    /// <summary>Whether that was sent so long ago that a pulse would not go along with it.</summary>
    public bool IsPulseDue => NeedsPulse && Environment.TickCount64 - Volatile.Read(ref _unpushedSince) > AgentLimits.PulseMilliseconds;

    /// <summary>Pushes what was sent last through.</summary>
    [NonEvent]
    public void Pulse() => Message("", (int)MessageKind.Pulse, 0, []);

    /// <summary>Takes a request that came before the listener was known: the base class's constructor finds it.</summary>
    [NonEvent]
    public void Open()
    {
        if (_early is { } request)
            _listener!.OnRequest(this, request);
    }

    [NonEvent]
    private void Listen(SessionRequest request)
    {
        if (_listener is null)
            _early = request;
        else
            _listener.OnRequest(this, request);
    }

    // On a thread of the runtime's. That one session of several has ended comes as a Disable, too, and the others stay.
    protected override void OnEventCommand(EventCommandEventArgs command)
    {
        if (!IsEnabled())
            _listener?.OnDisabled(this);
        else if (command.Command != EventCommand.Disable && SessionRequest.FromArguments(command.Arguments) is { } request)
            Listen(request);
    }
}
