namespace HogTrace.IlRewriting.Bodies;

/// <summary>What a clause does with an exception; the numbers are those of the format.</summary>
internal enum ClauseKind
{
    Catch = 0,
    Filter = 1,
    Finally = 2,
    Fault = 4,
}

/// <summary>An exception clause. Ends are the first instruction that is no longer in it, or the body's end.</summary>
internal sealed class Clause
{
    public required ClauseKind Kind { get; init; }

    public required Instruction TryStart { get; set; }

    public required Instruction TryEnd { get; set; }

    public required Instruction HandlerStart { get; set; }

    public required Instruction HandlerEnd { get; set; }

    /// <summary>Where the filter starts, whose end is the handler's start; null if it has none.</summary>
    public Instruction? FilterStart { get; set; }

    /// <summary>The type of what is caught; what the format leaves unused in others.</summary>
    public int TypeToken { get; init; }
}
