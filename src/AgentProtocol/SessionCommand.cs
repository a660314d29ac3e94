namespace HogTrace.AgentProtocol;

/// <summary>What a client wants.</summary>
internal enum SessionCommand
{
    /// <summary>Bind a program, arm its probes, and send captures until the session ends.</summary>
    Trace,

    /// <summary>Bind a program, say what would be armed, and end.</summary>
    Bind,

    /// <summary>List the methods that match a pattern, and end.</summary>
    List,

    /// <summary>Over the control channel: disarm a session's probes, send what waits and the last statistics, and end.</summary>
    Finish,
}
