namespace HogTrace.Bytecode;

/// <summary>Every limit of the format, the verifier and a run; nothing else in the project states one.</summary>
internal static class Limits
{
    // Source text.
    public const int SourceBytes = 1 << 20;
    public const int SourceNesting = 64;

    // Wire.
    public const int MessageBytes = 1 << 20;
    public const int Constants = 65_535;
    public const int Probes = 1_024;
    public const int CodeBytes = 64 << 10;
    public const int StringBytes = 64 << 10;
    public const int CallArguments = 255;
    public const int ListedPrograms = 1_024;
    public const int WireGroups = 100;

    // Verification.
    public const int StackDepth = 512;

    // A run, by default.
    public const int InstructionBudget = 10_000;
    public const int StringResultUnits = 32 << 10;      // 64 KiB of UTF-16
    public const int AllocationBytes = 256 << 10;
    public const int CapturesPerRun = 16;
    public static readonly TimeSpan WallClock = TimeSpan.FromMilliseconds(10);

    // Items that min and max of one collection look at.
    public const int ExtremeItems = 1_000;

    // Cost: one unit of fuel for so many UTF-16 units touched.
    public const int StringUnitsPerFuel = 64;

    // Arguments of a dynamic frame: each has a register, and registers are numbered with 16 bits.
    public const int FrameArguments = 32_000;

    // Parameters of an untyped site: with what a frame has besides, one bit each of a mask.
    public const int SiteParameters = 60;

    // Calls of untyped sites that exit probes have waited for and that are kept to be used again.
    public const int SpareCalls = 64;

    // Request store.
    public const int RequestNames = 256;

    // Captured objects, by default.
    public const int CaptureDepth = 3;
    public const int CaptureDepthMax = 16;              // copying recurses this deep at most
    public const int CaptureItems = 100;
    public const int CaptureFields = 20;
    public const int CaptureNestedStringUnits = 255;
    public const int CaptureStringUnits = 4_096;
    public const int CaptureEventBytes = 32 << 10;

    // Members that are remembered for a type and policy; more are looked up each time.
    public const int CachedMembers = 1_024;

    // Compiled predicates: hits before one is compiled, by default; the longest that is; what a guard may let through.
    public const int TierUpAfter = 1_000;
    public const int CompiledOperations = 1_000;
    public const int MissesAllowed = 64;                // beyond one in so many hits:
    public const int HitsPerMiss = 100;
    public const int CompiledFormsGivenUp = 3;

    // Circuit breaker.
    public const int FaultsInARow = 100;
    public const double CpuShare = 0.01;
    public static readonly TimeSpan FaultReportInterval = TimeSpan.FromMinutes(1);

    // Events that wait for an engine's sinks, by default.
    public const int EventQueue = 8_192;
    public const int EventQueueMax = 1 << 20;

    // Threads of which an engine takes events at a time: each has 9 KiB.
    public const int SendingThreads = 4_096;

    // What disposing an engine waits for sinks at most.
    public static readonly TimeSpan DisposalWait = TimeSpan.FromSeconds(10);

    // Files of the command line: a program as hexadecimal text takes twice its bytes, and white space.
    public const int CommandInputBytes = 4 << 20;

    // A recorded frame, a line of JSON.
    public const int FrameLineBytes = 16 << 20;
    public const int FrameNesting = 64;

    // A replay calls no host and waits for nobody: only a run that hangs should end by the clock, not a cold start.
    public static readonly TimeSpan ReplayWallClock = TimeSpan.FromSeconds(2);
}
