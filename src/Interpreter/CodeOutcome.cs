namespace HogTrace.Interpreter;

/// <summary>How a code block ended.</summary>
internal enum CodeOutcome : byte
{
    /// <summary>A predicate gave something other than Bool True.</summary>
    False,

    /// <summary>A predicate gave Bool True, or a body ran to its end.</summary>
    True,

    /// <summary>The run has a fault.</summary>
    Faulted,

    /// <summary>So much fuel has been used that each further instruction must be checked.</summary>
    MustMeter,

    /// <summary>The quick loop met a step that it doesn't do; nothing has happened yet.</summary>
    NeedsContext,
}
