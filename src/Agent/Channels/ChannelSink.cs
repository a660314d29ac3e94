using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using HogTrace.AgentProtocol;

namespace HogTrace.Agent.Channels;

/// <summary>Sends events to a client. Called on the engine's thread, one batch at a time.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A writer into memory holds nothing to let go of.")]
internal sealed class ChannelSink(MessageWriter writer) : IProbeSink
{
    private readonly LineBatch _lines = new(writer, MessageKind.Events);
    private readonly ArrayBufferWriter<byte> _line = new();
    private readonly Utf8JsonWriter _json = new(Stream.Null, EventJson.Options);
    private long _tooLarge;

    /// <summary>Events that no message could hold.</summary>
    public long TooLarge => Interlocked.Read(ref _tooLarge);

    public void Write(IReadOnlyList<ProbeEvent> batch)
    {
        foreach (var item in batch)
        {
            _line.ResetWrittenCount();
            _json.Reset(_line);
            EventJson.Write(_json, item);
            _json.Flush();
            if (!_lines.TryAdd(_line.WrittenSpan))
                Interlocked.Increment(ref _tooLarge);
        }
    }

    public void Flush() => _lines.Send();
}
