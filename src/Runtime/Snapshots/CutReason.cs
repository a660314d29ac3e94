namespace HogTrace.Runtime;

/// <summary>Why a value was not copied.</summary>
public enum CutReason
{
    /// <summary>It stands deeper than the limit.</summary>
    Depth,

    /// <summary>It contains itself.</summary>
    Cycle,

    /// <summary>The event was full.</summary>
    Size,

    /// <summary>Its type is recorded by name only: a delegate, a stream, a task.</summary>
    Opaque,

    /// <summary>Reading it failed.</summary>
    Fault,
}
