using System.Buffers;
using System.Text;
using System.Text.Json;

namespace HogTrace;

/// <summary>Writes every event as a line of JSON. The writer is flushed whenever no event waits; it is not closed.</summary>
/// <param name="writer">Where the lines go.</param>
public sealed class JsonLinesSink(TextWriter writer) : IProbeSink
{
    private readonly TextWriter _writer = writer ?? throw new ArgumentNullException(nameof(writer));
    private readonly ArrayBufferWriter<byte> _buffer = new();

    /// <inheritdoc/>
    public void Write(IReadOnlyList<ProbeEvent> batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        foreach (var item in batch)
        {
            _buffer.ResetWrittenCount();
            using (var json = new Utf8JsonWriter(_buffer, EventJson.Options))
                EventJson.Write(json, item);
            _writer.WriteLine(Encoding.UTF8.GetString(_buffer.WrittenSpan));
        }
    }

    /// <inheritdoc/>
    public void Flush() => _writer.Flush();
}
