using HogTrace.AgentProtocol;

namespace HogTrace.Agent.Channels;

/// <summary>Is told what happens on channels, on threads of the runtime's, which must not wait.</summary>
internal interface IChannelListener
{
    /// <summary>A client has begun a session. The runtime may say so again when others begin or end.</summary>
    void OnRequest(AgentChannel channel, SessionRequest request);

    /// <summary>No session is left on the channel.</summary>
    void OnDisabled(AgentChannel channel);
}
