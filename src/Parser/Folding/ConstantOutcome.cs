using HogTrace.Bytecode;

namespace HogTrace.Parser.Folding;

/// <summary>What an operator makes of constants: a value, a certain fault, or neither (left to the run).</summary>
internal readonly record struct ConstantOutcome
{
    private ConstantOutcome(Constant? value, string? fault)
    {
        Value = value;
        Fault = fault;
    }

    public Constant? Value { get; }

    /// <summary>Why every run faults here, as the end of "always faults: …".</summary>
    public string? Fault { get; }

    public static ConstantOutcome Unknown => default;

    public static ConstantOutcome Of(Constant value) => new(value, null);

    public static ConstantOutcome Faults(string reason) => new(null, reason);
}
