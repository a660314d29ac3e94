namespace HogTrace.Cli.Tracing;

/// <summary>What is done with the events of a session, and when it ends.</summary>
internal sealed record TraceOptions
{
    /// <summary>Ends the session once the probes have been in place for so long; null for never.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Ends it after so many events.</summary>
    public long Limit { get; init; } = long.MaxValue;

    /// <summary>A file for events; null for standard output.</summary>
    public string? OutputPath { get; init; }

    /// <summary>Whether events stay the JSON that they come as.</summary>
    public bool IsJson { get; init; }

    /// <summary>Whether the process is started with the session.</summary>
    public bool IsAtStart { get; init; }

    /// <summary>Whether only errors go to standard error.</summary>
    public bool IsQuiet { get; init; }
}
