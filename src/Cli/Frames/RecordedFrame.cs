using HogTrace.Bytecode;
using HogTrace.Runtime;

namespace HogTrace.Cli.Frames;

/// <summary>A call as a line of a frames file says it.</summary>
internal sealed class RecordedFrame
{
    public string Function { get; set; } = "";

    public ProbePoint? Point { get; set; }

    /// <summary>The request's id; null outside one.</summary>
    public string? Request { get; set; }

    public List<Value> Arguments { get; } = [];

    public Value Self { get; set; }

    public Value ReturnValue { get; set; }

    public Value Exception { get; set; }

    public double Duration { get; set; }

    public OrderedDictionary<string, Value>? KeywordArguments { get; set; }

    public OrderedDictionary<string, Value>? Locals { get; set; }

    public OrderedDictionary<string, Value>? Globals { get; set; }
}
