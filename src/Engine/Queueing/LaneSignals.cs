namespace HogTrace.Queueing;

/// <summary>What a thread that has published looks at.</summary>
[Flags]
internal enum LaneSignals
{
    None = 0,

    /// <summary>The thread that takes out has to be woken.</summary>
    Parked = 1,

    /// <summary>Nothing is to be sent any more.</summary>
    Closed = 2,
}
