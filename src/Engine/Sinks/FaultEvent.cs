namespace HogTrace;

/// <summary>A fault of a probe; of each kind one is reported in <see cref="ProbeEngineOptions.FaultReportInterval"/> at most. Immutable.</summary>
public sealed class FaultEvent : ProbeEvent
{
    private FaultEvent(CaptureOrigin origin, ProbeFault fault, long unreported)
        : base(origin.Probe, origin.Function, origin.Now)
    {
        Fault = fault;
        Unreported = unreported;
    }

    /// <summary>The fault.</summary>
    public ProbeFault Fault { get; }

    /// <summary>Faults of the kind since the last report that were not reported.</summary>
    public long Unreported { get; }

    internal static FaultEvent Create(CaptureOrigin origin, ProbeFault fault, long unreported) =>
        new(origin, fault, unreported);
}
