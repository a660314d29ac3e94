using HogTrace.AgentProtocol;

namespace HogTrace.Agent.Channels;

/// <summary>Writes what is left to say to a client when its channel has closed.</summary>
internal static class RemainderFile
{
    /// <summary>Writes messages into a new file. A client that has gone has taken the folder along, and nothing is written.</summary>
    public static bool TryWrite(string path, IEnumerable<SentMessage> messages)
    {
        try
        {
            using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
            Span<byte> header = stackalloc byte[RemainderFormat.HeaderBytes];
            foreach (var message in messages)
            {
                RemainderFormat.WriteHeader(header, message.Kind, message.Number, message.Payload.Length);
                file.Write(header);
                file.Write(message.Payload);
            }

            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return false;
        }
    }
}
