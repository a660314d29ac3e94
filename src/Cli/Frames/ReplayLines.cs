using HogTrace.Cli.Output;
using HogTrace.Runtime;

namespace HogTrace.Cli.Frames;

/// <summary>What probes report in a replay, as lines of JSON.</summary>
internal sealed class ReplayLines(CommandConsole console) : IDisposable
{
    private readonly JsonLine _line = new(console);

    public void WriteCapture(HogTraceProbe probe, string function, string? request, IReadOnlyList<CapturedField> fields)
    {
        var json = _line.Start();
        json.WriteStartObject();
        json.WriteString("probe", probe.Id);
        json.WriteString("function", function);
        json.WriteString("point", EventJson.PointName(probe.Point));
        json.WriteString("request", request);
        json.WritePropertyName("captures");
        EventJson.WriteFields(json, fields);
        json.WriteEndObject();
        _line.End();
    }

    public void WriteFault(HogTraceProbe probe, ProbeFault fault)
    {
        var json = _line.Start();
        json.WriteStartObject();
        json.WriteString("probe", probe.Id);
        json.WriteString("fault", fault.Kind.ToString());
        json.WriteNumber("line", fault.Line);
        json.WriteNumber("column", fault.Column);
        json.WriteString("message", fault.Message);
        json.WriteEndObject();
        _line.End();
    }

    public void Dispose() => _line.Dispose();
}
