namespace HogTrace.Bytecode;

/// <summary>The facts of one instruction of the table.</summary>
[AttributeUsage(AttributeTargets.Field)]
internal sealed class InstructionAttribute(string stack, string meaning) : Attribute
{
    /// <summary>Operands and results, in the notation that <see cref="Opcode"/> explains.</summary>
    public string Stack { get; } = stack;

    public string Meaning { get; } = meaning;

    public Operands Operands { get; init; }

    /// <summary>The first bytecode version that has the instruction.</summary>
    public int Since { get; init; } = 1;

    public CostClass Cost { get; init; }

    public bool CanFault { get; init; }

    /// <summary>The kinds of constant that operand k may name.</summary>
    public ConstantKinds Constants { get; init; }

    public ControlFlow Flow { get; init; }

    public ProxyUse Proxy { get; init; }

    /// <summary>Whether the verifier rejects the instruction wherever it stands.</summary>
    public bool IsForbidden { get; init; }
}
