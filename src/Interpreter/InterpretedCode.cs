using HogTrace.Runtime;

namespace HogTrace.Interpreter;

/// <summary>A predicate or body in the form that the interpreter runs, and what running it has taught.</summary>
internal sealed class InterpretedCode
{
    private readonly int[] _stepOf;

    public InterpretedCode(TranslatedCode code)
    {
        Source = code;
        (Steps, _stepOf) = StepBuilder.Build(code);
        MaxCost = code.MaxCost;
    }

    public TranslatedCode Source { get; }

    public Step[] Steps { get; }

    public int MaxCost { get; }

    /// <summary>
    /// Index of the step at which a run can go on with an operation of <see cref="Source"/>, the registers being as they
    /// are before it; -1 for a jump or return that is one step with the comparison before it.
    /// </summary>
    public int StepOf(int operation) => _stepOf[operation];

    /// <summary>What an arithmetic operation or comparison has met so far.</summary>
    public Observed ObservedAt(int operation) =>
        _stepOf[operation] is >= 0 and var step ? Steps[step].Observed : Observed.Nothing;

    /// <summary>The exact types, at most <see cref="AttributeCache.Capacity"/>, that an attribute has been read of by a plain getter.</summary>
    public IReadOnlyList<Type> TypesAt(int operation)
    {
        List<Type> types = [];
        var cache = _stepOf[operation] is >= 0 and var step ? Steps[step].Cache : null;
        for (; cache is not null; cache = cache.Next)
            types.Add(cache.Type);
        return types;
    }
}
