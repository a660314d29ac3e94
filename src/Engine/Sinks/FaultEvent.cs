namespace HogTrace;

/// <summary>A fault of a probe, reported at most once a minute for each kind. Immutable.</summary>
public sealed class FaultEvent : ProbeEvent
{
    private FaultEvent(HogTraceProbe probe, string function, ProbeFault fault, long unreported)
        : base(probe, function)
    {
        Fault = fault;
        Unreported = unreported;
    }

    /// <summary>The fault.</summary>
    public ProbeFault Fault { get; }

    /// <summary>Faults of the kind since the last report that were not reported.</summary>
    public long Unreported { get; }

    internal static FaultEvent Create(HogTraceProbe probe, string function, ProbeFault fault, long unreported) =>
        new(probe, function, fault, unreported);
}
