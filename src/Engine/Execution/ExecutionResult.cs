using HogTrace.Runtime;

namespace HogTrace;

/// <summary>What one execution of a probe did.</summary>
public readonly struct ExecutionResult
{
    private readonly List<Capture>? _captures;

    internal ExecutionResult(RunOutcome outcome, List<Capture>? captures, ProbeFault? fault, int fuelLeft)
    {
        Outcome = outcome;
        _captures = captures;
        Fault = fault;
        FuelLeft = fuelLeft;
    }

    /// <summary>How it ended.</summary>
    public RunOutcome Outcome { get; }

    /// <summary>The fault; null unless the outcome is <see cref="RunOutcome.Faulted"/>.</summary>
    public ProbeFault? Fault { get; }

    /// <summary>What is left of the instruction budget.</summary>
    public int FuelLeft { get; }

    /// <summary>How many events it captured.</summary>
    public int CaptureCount => _captures?.Count ?? 0;

    /// <summary>The fields of a captured event, in order.</summary>
    public IReadOnlyList<CapturedField> GetCapture(int index) =>
        (_captures ?? throw new ArgumentOutOfRangeException(nameof(index)))[index].Fields;
}
