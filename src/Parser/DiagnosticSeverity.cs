namespace HogTrace.Parser;

/// <summary>How bad a diagnostic is.</summary>
public enum DiagnosticSeverity
{
    /// <summary>The program compiles, but probably doesn't mean what it says.</summary>
    Warning,

    /// <summary>The program doesn't compile.</summary>
    Error,
}
