using HogTrace.Runtime;

namespace HogTrace.Interpreter;

/// <summary>
/// A step of interpreted code. Threads share the steps of a probe without a lock: <see cref="Code"/>,
/// <see cref="Cache"/> and <see cref="Observed"/> are the only fields written after construction, each with one aligned
/// write. Every code that a step can take on and every cache gives the same results, so that it doesn't matter which a
/// thread sees; an observation that is lost is made again.
/// </summary>
internal struct Step
{
    public StepCode Code;
    public Then Then;
    public bool BIsConstant;

    /// <summary>What an arithmetic operation or comparison has met so far.</summary>
    public Observed Observed;

    /// <summary>Whether a taken jump goes to where a predicate ends with False.</summary>
    public bool TargetIsFalse;

    public ushort Destination;
    public ushort A;
    public ushort B;

    /// <summary>Index of the bytecode instruction.</summary>
    public int Instruction;

    /// <summary>Index of the step that a jump goes to.</summary>
    public int Target;

    /// <summary>Instructions that a taken jump leaves out.</summary>
    public int Skipped;

    /// <summary>Arguments of a call or capture, parts mask of a slice, kind of a known fault; instructions between comparison and return.</summary>
    public int Count;

    /// <summary>Constant right operand, or constant to load.</summary>
    public Value K;

    /// <summary>Name of an attribute or store entry; the site of a capture; the shape that arguments are loaded from.</summary>
    public object? Data;

    /// <summary>Accessors by type, of an attribute step.</summary>
    public AttributeCache? Cache;
}
