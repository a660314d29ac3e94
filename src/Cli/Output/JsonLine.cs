using System.Buffers;
using System.Text.Json;

namespace HogTrace.Cli.Output;

/// <summary>Writes JSON to the console, an object a line; the memory of a line serves the next one again.</summary>
internal sealed class JsonLine : IDisposable
{
    private readonly CommandConsole _console;
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _json;

    public JsonLine(CommandConsole console)
    {
        _console = console;
        _json = new Utf8JsonWriter(_buffer, EventJson.Options);
    }

    public Utf8JsonWriter Start()
    {
        _buffer.ResetWrittenCount();
        _json.Reset();
        return _json;
    }

    public void End()
    {
        _json.Flush();
        _console.WriteLine(_buffer.WrittenSpan);
    }

    public void Dispose() => _json.Dispose();
}
