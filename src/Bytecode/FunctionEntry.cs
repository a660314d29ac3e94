namespace HogTrace.Bytecode;

/// <summary>A row of the function table.</summary>
internal sealed record FunctionEntry(Function Function, string Name, int MinArguments, int MaxArguments)
{
    /// <summary>Whether the call records an event; only a statement may hold one.</summary>
    public bool IsCapture => Function is Function.Capture or Function.Send;

    public bool Accepts(int arguments) => arguments >= MinArguments && arguments <= MaxArguments;
}
