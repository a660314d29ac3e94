using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using HogTrace.AgentProtocol;

namespace HogTrace.Agent.Channels;

/// <summary>Sends the messages of a session. Thread safe.</summary>
internal sealed class MessageWriter(AgentChannel channel, string session)
{
    private readonly Lock _gate = new();
    private long _number;

    public void Send<T>(MessageKind kind, T message, JsonTypeInfo<T> type) =>
        Send(kind, JsonSerializer.SerializeToUtf8Bytes(message, type));

    // Under a lock, so that messages are in the order of their numbers.
    public void Send(MessageKind kind, byte[] payload)
    {
        lock (_gate)
            channel.Message(session, (int)kind, _number++, payload);
    }
}
