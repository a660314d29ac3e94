using HogTrace.Runtime;

namespace HogTrace;

/// <summary>How an engine runs probes. Immutable; the defaults are those of the language.</summary>
public sealed record ProbeEngineOptions
{
    /// <summary>What one run may use.</summary>
    public RunLimits Limits { get; init; } = RunLimits.Default;

    /// <summary>Which members of host objects probes may read.</summary>
    public MemberPolicy Members { get; init; } = MemberPolicy.Safe;

    /// <summary>How far captured objects are copied.</summary>
    public SnapshotOptions Snapshots { get; init; } = new();

    /// <summary>Names whose values captures redact.</summary>
    public SecretNames SecretNames { get; init; } = SecretNames.Default;

    /// <summary>
    /// The share of one core that a probe may spend over a second before it is switched off: 0.01 by default; 1 or
    /// more for no bound. Estimated from some of the runs.
    /// </summary>
    public double CpuShare { get; init; } = Bytecode.Limits.CpuShare;

    /// <summary>Faults without a clean run between them after which a probe is switched off.</summary>
    public int FaultsInARow { get; init; } = Bytecode.Limits.FaultsInARow;

    /// <summary>A fault of one kind of one probe is reported at most once in this time.</summary>
    public TimeSpan FaultReportInterval { get; init; } = Bytecode.Limits.FaultReportInterval;

    /// <summary>
    /// Hits of a probe after which its predicate is compiled to machine code, on a background thread: about 1,000 by
    /// default; 0 compiles when the probe is installed, -1 never does. Compiled or not, a probe means the same.
    /// </summary>
    public int TierUpAfter { get; init; } = Bytecode.Limits.TierUpAfter;

    /// <summary>
    /// Events that may wait for the sinks; what comes while so many wait is dropped and counted. From 1 to 1,048,576;
    /// less or more counts as these.
    /// Each takes 144 bytes while it waits, a capture of more than eight fields more; the memory is kept for others. When
    /// several threads send, each may have up to 64 waiting beside what they share.
    /// </summary>
    public int QueueCapacity { get; init => field = Math.Clamp(value, 1, Bytecode.Limits.EventQueueMax); } = Bytecode.Limits.EventQueue;

    /// <summary>
    /// The clock of the events' timestamps; the system's by default. It is read on the thread of the probe at every
    /// capture, which its cost is a part of. What is captured inside it, by probes that stand there, has the system's time.
    /// </summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
