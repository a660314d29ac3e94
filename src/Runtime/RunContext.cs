using System.Diagnostics;
using System.Runtime;
using System.Runtime.CompilerServices;
using HogTrace.Bytecode;

namespace HogTrace.Runtime;

/// <summary>
/// The state of one run beside its values: fuel, what it has allocated, its captures, its fault. Predicate and body
/// share one. Lives on the stack of the call that the probe stands in.
/// </summary>
/// <remarks>
/// Fuel: the tier keeps <see cref="Executed"/> at the number of instructions run so far, the present one included,
/// whenever it calls an operation that can touch data; operations add what they touch with <see cref="TryTouch"/>.
/// Fuel left is the budget less both, never below zero.
/// </remarks>
internal ref struct RunContext
{
    public RunHost Host;

    /// <summary>Named values of a dynamic frame; null where a site's signature is known.</summary>
    public NamedValues? Names;

    /// <summary>The type of the method that the probe stands in, where the site knows it.</summary>
    public Type? DeclaringType;

    /// <summary>Instructions executed, the present one included.</summary>
    public int Executed;

    /// <summary>Fuel charged beyond one an instruction.</summary>
    public int Touched;

    public int Allocated;

    public FaultKind Fault;

    public string? FaultMessage;

    /// <summary>Index of the instruction that faulted, and whether it is one of the predicate.</summary>
    public int FaultInstruction;

    public bool FaultInPredicate;

    /// <summary>Where captures go; null where the run itself keeps them.</summary>
    public CaptureTarget? Target;

    /// <summary>What the run has captured and keeps, in order; null until it does.</summary>
    public List<Capture>? Captures;

    /// <summary>Captures made so far.</summary>
    public int CaptureCount;

    /// <summary>Fuel that the run starts with.</summary>
    public int Budget;

    /// <summary>What may be touched before the rest of the code could run out of fuel; set by a tier for its own use.</summary>
    public int Slack;

    /// <summary>Where a tier goes on when it has to check every instruction from there on, and its count of instructions.</summary>
    public int ResumeAt;

    public int ResumeBias;

    private RequestStore? _store;
    private long _deadline;
    private long _compiledBefore;
    private bool _guardsHostCalls;

    // Set while a run on this thread is inside host code. A getter that a probe calls may itself be probed; the inner
    // run may then compute, but not call the host again, so that probes never recurse.
    [ThreadStatic]
    private static bool s_callsHost;

    // Runs of all threads that are inside host code. Most often none is, and asking so is cheaper than asking for the
    // thread; a thread that sees itself counted late or no longer asks in vain, since it counts itself.
    private static int s_hostCalls;

    public RunContext(RunHost host, NamedValues? names = null, RequestStore? store = null)
    {
        Host = host;
        Names = names;
        _store = store;
        Budget = host.Limits.InstructionBudget;
    }

    /// <summary>Makes a context of all zeros ready to run.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Begin(RunHost host)
    {
        Host = host;
        Budget = host.Budget;
    }

    public readonly int FuelLeft => Math.Max(0, Budget - Executed - Touched);

    public RequestStore Store => _store ??= Host.CurrentStore;

    /// <summary>Reads <c>$req.name</c>.</summary>
    public FaultKind GetStore(string name, out Value result)
    {
        result = Store.Get(name);
        return result.StringOrNull is { } text ? TryTouchString(text.Length) : FaultKind.None;
    }

    /// <summary>Sets <c>$req.name</c>.</summary>
    public FaultKind SetStore(string name, in Value value) =>
        Store.TrySet(name, value)
            ? FaultKind.None
            : Fail(FaultKind.LimitExceeded, $"a request store holds at most {Limits.RequestNames} names");

    /// <summary>Ends the run: records the fault and returns its kind for the caller to pass on.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public FaultKind Fail(FaultKind kind, string message)
    {
        Fault = kind;
        FaultMessage = message;
        return kind;
    }

    /// <summary>Charges fuel beyond the instruction's own.</summary>
    public FaultKind TryTouch(int units)
    {
        Touched += units;
        return (long)Executed + Touched > Budget ? FailBudget() : FaultKind.None;
    }

    /// <summary>Charges fuel for so many UTF-16 units looked at or made.</summary>
    public FaultKind TryTouchString(int units) =>
        units < Limits.StringUnitsPerFuel ? FaultKind.None : TryTouch(units / Limits.StringUnitsPerFuel);

    /// <summary>Charges for a string about to be made, before it is: its length, its bytes.</summary>
    public FaultKind TryAllocateString(long units)
    {
        if (units > Host.Limits.StringUnits)
            return Fail(FaultKind.LimitExceeded, $"a string of {units} characters is over the limit of {Host.Limits.StringUnits}");
        return TryAllocate(units * sizeof(char));
    }

    /// <summary>Charges for bytes about to be allocated.</summary>
    public FaultKind TryAllocate(long bytes)
    {
        if (Allocated + bytes > Host.Limits.AllocationBytes)
            return Fail(FaultKind.LimitExceeded, $"the run allocates more than {Host.Limits.AllocationBytes} bytes");
        Allocated += (int)bytes;
        return FaultKind.None;
    }

    /// <summary>
    /// Goes before every call of host code. Starts the run's wall clock at the first and looks at it at each further
    /// one; refuses when an outer run on this thread is inside a host call.
    /// </summary>
    public FaultKind CheckClock()
    {
        long now = Stopwatch.GetTimestamp();
        if (_deadline == 0)
        {
            if (s_callsHost)
                return Fail(FaultKind.LimitExceeded, "a probe hit by code that another probe called can't call host code");
            s_callsHost = _guardsHostCalls = true;
            Interlocked.Increment(ref s_hostCalls);
            _deadline = now + Host.WallClockTicks;
            _compiledBefore = JitInfo.GetCompilationTime(currentThread: true).Ticks;
            return FaultKind.None;
        }

        return now <= _deadline ? FaultKind.None : PastDeadline(now);
    }

    /// <summary>Whether a run on this thread is inside host code, so that what is hit now is the tracer's doing.</summary>
    public static bool IsInHostCall => s_hostCalls != 0 && s_callsHost;

    /// <summary>Whether this run was caused by host code that an outer run on this thread called.</summary>
    public readonly bool IsNested => s_callsHost && !_guardsHostCalls;

    /// <summary>Goes after every run, whatever its outcome.</summary>
    public void End()
    {
        if (_guardsHostCalls)
            LeaveHost();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void LeaveHost()
    {
        s_callsHost = _guardsHostCalls = false;
        Interlocked.Decrement(ref s_hostCalls);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public FaultKind FailBudget() =>
        Fail(FaultKind.LimitExceeded, $"the instruction budget of {Budget} is used up");

    // A probe's first runs have our code and its getters compiled under them, which on a cold process takes longer than
    // the whole limit. The time that this thread has spent compiling since the first host call is granted.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private FaultKind PastDeadline(long now)
    {
        long compiled = JitInfo.GetCompilationTime(currentThread: true).Ticks;
        _deadline += (long)(TimeSpan.FromTicks(compiled - _compiledBefore).TotalSeconds * Stopwatch.Frequency);
        _compiledBefore = compiled;
        return now <= _deadline
            ? FaultKind.None
            : Fail(FaultKind.LimitExceeded, $"the run takes longer than {Host.Limits.WallClock.TotalMilliseconds} ms");
    }
}
