using HogTrace.Bytecode;

namespace HogTrace.Runtime;

/// <summary>What one run of a probe may use. Immutable.</summary>
public sealed record RunLimits
{
    /// <summary>The limits that hold unless an engine is given others.</summary>
    public static RunLimits Default { get; } = new();

    /// <summary>Units of fuel: one an instruction, more for what grows with data.</summary>
    public int InstructionBudget { get; init; } = Limits.InstructionBudget;

    /// <summary>UTF-16 units of the longest string that an operation may make.</summary>
    public int StringUnits { get; init; } = Limits.StringResultUnits;

    /// <summary>Bytes that the operations of a run may allocate in all.</summary>
    public int AllocationBytes { get; init; } = Limits.AllocationBytes;

    /// <summary>Events that one run may capture.</summary>
    public int Captures { get; init; } = Limits.CapturesPerRun;

    /// <summary>Wall clock, looked at whenever host code is called; <see cref="TimeSpan.MaxValue"/> for no bound.</summary>
    public TimeSpan WallClock { get; init; } = Limits.WallClock;
}
