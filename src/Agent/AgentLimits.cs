namespace HogTrace.Agent;

/// <summary>Every limit of the agent; what runs in probes has the engine's.</summary>
internal static class AgentLimits
{
    /// <summary>Methods that a program may stand in: a pattern that matches more is most often a mistake, and each costs a few kilobytes.</summary>
    public const int Methods = 20_000;

    /// <summary>Methods that a listing names.</summary>
    public const int ListedMethods = 50_000;

    /// <summary>Problems that a probe's report names; the rest is counted.</summary>
    public const int ReportedProblems = 100;

    /// <summary>Names offered for a target that matches nothing.</summary>
    public const int NearestNames = 3;

    /// <summary>Names that these are looked for in.</summary>
    public const int NearestCandidates = 20_000;

    /// <summary>An event of the runtime holds 64 KiB; this much of it is the payload of a message.</summary>
    public const int MessageBytes = 60_000;

    /// <summary>Lines are gathered to this length before they are sent.</summary>
    public const int BatchBytes = 32 << 10;

    /// <summary>Of the messages that were sent last, so much is kept, in case the process ends before they are read.</summary>
    public const int RecentBytes = 2 << 20;

    /// <summary>Once the channel has closed, so much: what the engine's queue held. It is let go of after a while.</summary>
    public const int HeldBytes = 32 << 20;
    public const int HeldMilliseconds = 2_000;

    /// <summary>Inputs that a hook can be given one by one.</summary>
    public const int TypedInputs = 8;

    /// <summary>Requests that are remembered, so that one that the runtime repeats is not taken for new.</summary>
    public const int RememberedRequests = 256;

    /// <summary>How long the profiler may take to come after its client was greeted.</summary>
    public static readonly TimeSpan ProfilerWait = TimeSpan.FromSeconds(15);

    /// <summary>How long a program's start, or the load of a module, is held up for probes at most.</summary>
    public static readonly TimeSpan StartWait = TimeSpan.FromSeconds(10);
    public static readonly TimeSpan ModuleWait = TimeSpan.FromSeconds(2);

    /// <summary>How long the end of the process is held up at most, for what was captured last.</summary>
    public static readonly TimeSpan ExitWait = TimeSpan.FromSeconds(1);

    public static readonly TimeSpan StatisticsInterval = TimeSpan.FromSeconds(1);

    /// <summary>Longer than the runtime waits between two looks at what a session has to send: what follows sooner is sent along.</summary>
    public const int PulseMilliseconds = 110;

    /// <summary>How often the agent looks around while it has clients: for the profiler, whose coming nobody tells; then for what is due.</summary>
    public static readonly TimeSpan ArmingTick = TimeSpan.FromMilliseconds(10);
    public static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);
}
