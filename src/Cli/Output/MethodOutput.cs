using System.Globalization;
using System.Text.Json;
using HogTrace.AgentProtocol;
using HogTrace.Cli.Input;

namespace HogTrace.Cli.Output;

/// <summary>Methods, a line each: signature, marks, and why one can't be probed.</summary>
internal sealed class MethodOutput(CommandConsole console, bool isJson)
{
    private int _obstructed;

    /// <summary>Methods so far.</summary>
    public int Count { get; private set; }

    /// <summary>Writes methods that come as lines of JSON.</summary>
    public void Write(ReadOnlySpan<byte> lines)
    {
        foreach (var range in lines.Split((byte)'\n'))
        {
            var line = lines[range];
            if (!line.IsEmpty && Parse(line) is { } method)
                Write(method, line);
        }
    }

    /// <summary>Says on standard error how many there were.</summary>
    public void WriteCount()
    {
        string of = _obstructed == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {_obstructed} of which can't be probed");
        console.ErrorWriter.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Count} method{(Count == 1 ? "" : "s")}{of}."));
    }

    private void Write(ListedMethod method, ReadOnlySpan<byte> line)
    {
        Count++;
        if (method.Obstacle is not null)
            _obstructed++;
        if (isJson)
            console.WriteLine(line);
        else
            console.Out.WriteLine(DisplayNames.Of(method.Signature) + Marks(method) + Obstacle(method));
    }

    private string Marks(ListedMethod method) =>
        method.Marks.Count == 0 ? "" : Colored(Ansi.Dim, $"  [{string.Join(", ", method.Marks.Select(DisplayNames.Of))}]");

    private string Obstacle(ListedMethod method) =>
        method.Obstacle is null ? "" : Colored(Ansi.Yellow, $"  can't be probed: {DisplayNames.Of(method.Obstacle)}");

    private string Colored(string color, string text) => console.OutHasColors ? $"{color}{text}{Ansi.Reset}" : text;

    private static ListedMethod? Parse(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, ProtocolJson.Default.ListedMethod);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
