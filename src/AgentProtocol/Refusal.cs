namespace HogTrace.AgentProtocol;

/// <summary>Why the agent won't.</summary>
internal sealed record Refusal(RefusalReason Reason, string Message);

/// <summary>Reasons that a client can act on.</summary>
internal enum RefusalReason
{
    /// <summary>Another client has the channel; try the next.</summary>
    Busy,

    /// <summary>The versions of the two sides don't fit.</summary>
    Protocol,

    /// <summary>The program doesn't verify, or the request makes no sense.</summary>
    Request,

    /// <summary>The profiler didn't come, or failed.</summary>
    Profiler,
}
