namespace HogTrace;

/// <summary>How the runs of a probe are done. Both mean the same.</summary>
public enum ProbeTier
{
    /// <summary>By the interpreter.</summary>
    Interpreted,

    /// <summary>By machine code; where a guard of it fails, the interpreter goes on.</summary>
    Compiled,
}
