using HogTrace.Runtime;


namespace HogTrace.Interpreter;

/// <summary>A predicate or body in the form that the interpreter runs.</summary>
internal sealed class InterpretedCode
{
    public InterpretedCode(TranslatedCode code)
    {
        Source = code;
        Steps = StepBuilder.Build(code);
        MaxCost = code.MaxCost;
    }

    public TranslatedCode Source { get; }

    public Step[] Steps { get; }

    public int MaxCost { get; }
}
