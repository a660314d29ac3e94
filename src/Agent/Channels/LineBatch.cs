using System.Buffers;
using HogTrace.AgentProtocol;

namespace HogTrace.Agent.Channels;

/// <summary>Gathers lines of JSON into messages.</summary>
internal sealed class LineBatch(MessageWriter writer, MessageKind kind)
{
    private readonly ArrayBufferWriter<byte> _lines = new(AgentLimits.BatchBytes);

    /// <summary>Adds a line; false when it is too long for any message.</summary>
    public bool TryAdd(ReadOnlySpan<byte> line)
    {
        if (line.Length >= AgentLimits.MessageBytes)
            return false;
        if (_lines.WrittenCount + line.Length + 1 > AgentLimits.MessageBytes)
            Send();
        _lines.Write(line);
        _lines.Write("\n"u8);
        if (_lines.WrittenCount >= AgentLimits.BatchBytes)
            Send();
        return true;
    }

    public void Send()
    {
        if (_lines.WrittenCount == 0)
            return;
        writer.Send(kind, _lines.WrittenSpan.ToArray());
        _lines.ResetWrittenCount();
    }
}
