using System.Text.Json;
using HogTrace.AgentProtocol;

namespace HogTrace.Agent.Channels;

/// <summary>
/// Sends the messages of a session, and keeps the last for a while: what is sent while the runtime closes the channels is
/// lost, and nothing tells so. Thread safe.
/// </summary>
internal sealed class MessageWriter(AgentChannel channel, SessionRequest request)
{
    private readonly Lock _gate = new();
    private readonly RecentMessages? _recent = request.Remainder.Length > 0 ? new() : null;
    private long _number;
    private bool _isHeld;

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

    /// <summary>The channel is closed: what is still sent is kept, in case that is for the end of the process.</summary>
    public void Hold()
    {
        lock (_gate)
            _isHeld = true;
    }

    /// <summary>Writes what is kept where the client looks for it at the end of the process.</summary>
    public void WriteRemainder()
    {
        Hold();
        lock (_gate)
        {
            if (_recent is not null)
                RemainderFile.TryWrite(request.Remainder, [.. _recent.All, new SentMessage(MessageKind.Ended, _number++, [])]);
        }
    }

    // Under a lock, so that messages are in the order of their numbers.
    public void Send(MessageKind kind, byte[] payload)
    {
        lock (_gate)
        {
            var message = new SentMessage(kind, _number++, payload);
            _recent?.Add(message, _isHeld ? AgentLimits.HeldBytes : AgentLimits.RecentBytes);
            if (!_isHeld)
                channel.Message(request.Session, (int)kind, message.Number, payload);
        }
    }
}
