namespace HogTrace.Bytecode;

/// <summary>The two pieces of code of a probe; each runs on a stack of its own.</summary>
public enum CodeBlock
{
    /// <summary>Decides whether the probe fires.</summary>
    Predicate,

    /// <summary>What it does then.</summary>
    Body,
}
