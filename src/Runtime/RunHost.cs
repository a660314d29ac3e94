using System.Diagnostics;

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
        // Half of what there is, so that a time can be added to it.
        WallClockTicks = (long)Math.Min(limits.WallClock.TotalSeconds * Stopwatch.Frequency, long.MaxValue / 2);
    }

    /// <summary>The instruction budget, where a run finds it with one load.</summary>
    public int Budget { get; }

    /// <summary>The wall clock of a run, in ticks of <see cref="Stopwatch"/>.</summary>
    public long WallClockTicks { get; }

    public RunLimits Limits { get; }

    public MemberResolver Members { get; }

    public SnapshotOptions Snapshots { get; }

    /// <summary>The request store that is current on the calling thread.</summary>
    public abstract RequestStore CurrentStore { get; }
}
