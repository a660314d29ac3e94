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
    /// <summary>Why the agent won't, of a message that says so.</summary>
    public string RefusalText => As(ProtocolJson.Default.Refusal)?.Message ?? "the agent refuses without a reason";

    /// <summary>Reads the fields of the event; false for another session's, or one that is no message.</summary>
    public static bool TryRead(ReadOnlySpan<byte> fields, string session, [NotNullWhen(true)] out AgentMessage? message)
    {
        message = null;
        // The session in UTF-16 with a zero, the kind, the number, the length of the payload, the payload.
        int length = sizeof(char) * (session.Length + 1);
        if (fields.Length < length + sizeof(int) + sizeof(long) + sizeof(ushort))
            return false;
        for (int i = 0; i <= session.Length; i++)
        {
            if (BinaryPrimitives.ReadUInt16LittleEndian(fields[(sizeof(char) * i)..]) != (i < session.Length ? session[i] : 0))
                return false;
        }

        fields = fields[length..];
        int kind = BinaryPrimitives.ReadInt32LittleEndian(fields);
        long number = BinaryPrimitives.ReadInt64LittleEndian(fields[sizeof(int)..]);
        if (!TryReadBytes(fields[(sizeof(int) + sizeof(long))..], out byte[] payload))
            return false;
        message = new AgentMessage((MessageKind)kind, number, payload);
        return true;
    }

    // The last field. Its length has 16 bits in self-describing events and 32 in others.
    private static bool TryReadBytes(ReadOnlySpan<byte> field, out byte[] bytes)
    {
        bytes = [];
        int prefix = BinaryPrimitives.ReadUInt16LittleEndian(field) == field.Length - sizeof(ushort) ? sizeof(ushort)
            : field.Length >= sizeof(int) && BinaryPrimitives.ReadInt32LittleEndian(field) == field.Length - sizeof(int) ? sizeof(int) : 0;
        if (prefix == 0)
            return false;
        bytes = field[prefix..].ToArray();
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
