namespace HogTrace.Parser;

/// <summary>How a source is compiled.</summary>
internal sealed record CompileOptions
{
    /// <summary>Bytecode version: 2, or 1 for the reference.</summary>
    public uint BytecodeVersion { get; init; } = 2;

    /// <summary>Whether constant expressions are folded.</summary>
    public bool Fold { get; init; } = true;

    /// <summary>Name of the source for messages; no path.</summary>
    public string SourceName { get; init; } = "";
}
