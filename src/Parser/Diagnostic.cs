namespace HogTrace.Parser;

/// <summary>Something to say about a source text. Lines and columns count from 1, columns in UTF-16 units.</summary>
public sealed record Diagnostic
{
    /// <summary>A stable code such as <c>HT1001</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Error or warning.</summary>
    public required DiagnosticSeverity Severity { get; init; }

    /// <summary>What is wrong, in one sentence without a position.</summary>
    public required string Message { get; init; }

    /// <summary>What to do about it; null when there is nothing to add.</summary>
    public string? Hint { get; init; }

    /// <summary>First UTF-16 unit of the span in the source.</summary>
    public required int Start { get; init; }

    /// <summary>UTF-16 units of the span; 0 for a point.</summary>
    public required int Length { get; init; }

    /// <summary>Line of the first unit.</summary>
    public required int Line { get; init; }

    /// <summary>Column of the first unit.</summary>
    public required int Column { get; init; }

    /// <summary>Line of the unit after the last.</summary>
    public required int EndLine { get; init; }

    /// <summary>Column of the unit after the last.</summary>
    public required int EndColumn { get; init; }
}
