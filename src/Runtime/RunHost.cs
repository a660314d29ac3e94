namespace HogTrace.Runtime;

/// <summary>What a run needs from its surroundings and can do without until it asks. Shared by the runs of a probe.</summary>
internal abstract class RunHost
{
    protected RunHost(RunLimits limits, MemberResolver members, SnapshotOptions snapshots)
    {
        Limits = limits;
        Members = members;
        Snapshots = snapshots;
        Budget = limits.InstructionBudget;
    }

    /// <summary>The instruction budget, where a run finds it with one load.</summary>
    public int Budget { get; }

    public RunLimits Limits { get; }

    public MemberResolver Members { get; }

    public SnapshotOptions Snapshots { get; }

    /// <summary>The request store that is current on the calling thread.</summary>
    public abstract RequestStore CurrentStore { get; }
}
