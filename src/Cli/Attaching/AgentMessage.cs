using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using HogTrace.AgentProtocol;

namespace HogTrace.Cli.Attaching;

/// <summary>A message of the agent.</summary>
/// <param name="Kind">What it is; one that this version doesn't know is ignored.</param>
/// <param name="Number">Counts the messages of the session.</param>
/// <param name="Payload">JSON in UTF-8.</param>
internal sealed record AgentMessage(MessageKind Kind, long Number, byte[] Payload)
{
    /// <summary>Reads the fields of the event; false for another session's, or one that is no message.</summary>
    public static bool TryRead(ReadOnlySpan<byte> fields, string session, [NotNullWhen(true)] out AgentMessage? message)
    {
        message = null;
        // The session in UTF-16 with a zero, the kind, the number, the length of the payload, the payload.
        int length = sizeof(char) * (session.Length + 1);
        if (fields.Length < length + sizeof(int) + sizeof(long) + sizeof(int))
            return false;
        for (int i = 0; i <= session.Length; i++)
        {
            if (BinaryPrimitives.ReadUInt16LittleEndian(fields[(sizeof(char) * i)..]) != (i < session.Length ? session[i] : 0))
                return false;
        }

        fields = fields[length..];
        int kind = BinaryPrimitives.ReadInt32LittleEndian(fields);
        long number = BinaryPrimitives.ReadInt64LittleEndian(fields[sizeof(int)..]);
        fields = fields[(sizeof(int) + sizeof(long))..];
        int payload = BinaryPrimitives.ReadInt32LittleEndian(fields);
        fields = fields[sizeof(int)..];
        if (payload < 0 || payload > fields.Length)
            return false;
        message = new AgentMessage((MessageKind)kind, number, fields[..payload].ToArray());
        return true;
    }

    /// <summary>The payload as what the kind says it is; null when it isn't that.</summary>
    public T? As<T>(JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(Payload, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
