using System.Text.Json;
using HogTrace.AgentProtocol;

namespace HogTrace.Agent.Channels;

/// <summary>Sends the messages of a session. Thread safe.</summary>
internal sealed class MessageWriter(AgentChannel channel, string session)
{
    private readonly Lock _gate = new();
    private long _number;

    public void Send(Hello hello) => Send(MessageKind.Hello, Serialize(json => MessageJson.Write(json, hello)));

    public void Send(Refusal refusal) => Send(MessageKind.Refused, Serialize(json => MessageJson.Write(json, refusal)));

    public void Send(EndReport end) => Send(MessageKind.Ended, Serialize(json => MessageJson.Write(json, end)));

    public void Send(ArmingReport arming) => Send(MessageKind.Armed, Serialize(json => MessageJson.Write(json, arming)));

    public void Send(BindingReport binding) => Send(MessageKind.Bound, Serialize(json => MessageJson.Write(json, binding)));

    /// <summary>An object of which something writes what is in it.</summary>
    public static byte[] Serialize(Action<Utf8JsonWriter> write)
    {
        var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, EventJson.Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    // Under a lock, so that messages are in the order of their numbers.
    public void Send(MessageKind kind, byte[] payload)
    {
        lock (_gate)
            channel.Message(session, (int)kind, _number++, payload);
    }
}
