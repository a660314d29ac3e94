using System.Diagnostics.Tracing;
using HogTrace.AgentProtocol;

namespace HogTrace.Agent.Channels;

/// <summary>
/// A provider that a client talks over: its session's arguments are the request, its events are the answers. Every
/// method of such a class that isn't marked is taken for an event, so there are few.
/// </summary>
internal sealed class AgentChannel : EventSource
{
    private readonly IChannelListener _listener;

    public AgentChannel(string name, IChannelListener listener)
        : base(name, EventSourceSettings.EtwManifestEventFormat) => _listener = listener;

    [Event(AgentProtocol.Channels.MessageEvent, Level = EventLevel.Informational)]
    public void Message(string session, int kind, long number, byte[] payload) =>
        WriteEvent(AgentProtocol.Channels.MessageEvent, session, kind, number, payload);

    // On a thread of the runtime's; the base class calls it once the constructor is done.
    protected override void OnEventCommand(EventCommandEventArgs command)
    {
        if (command.Command == EventCommand.Disable || !IsEnabled())
            _listener.OnDisabled(this);
        else if (SessionRequest.FromArguments(command.Arguments) is { } request)
            _listener.OnRequest(this, request);
    }
}
