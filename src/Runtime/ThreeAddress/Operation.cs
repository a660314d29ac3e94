namespace HogTrace.Runtime;

/// <summary>
/// One operation of three-address code. It stands for the bytecode instruction <see cref="Instruction"/> together
/// with the instructions before it, back to the previous operation: these only pushed what it reads, so nobody can
/// see whether they ran.
/// </summary>
internal sealed record Operation(OperationCode Code, int Instruction)
{
    /// <summary>Register written, or -1.</summary>
    public int Destination { get; init; } = -1;

    public Operand A { get; init; }

    public Operand B { get; init; }

    /// <summary>Arguments of a call or capture; parts mask of a slice.</summary>
    public int Count { get; init; }

    /// <summary>Index of the operation that a jump goes to.</summary>
    public int Target { get; init; } = -1;

    /// <summary>Bytecode instructions that a taken jump leaves out.</summary>
    public int Skipped { get; init; }

    /// <summary>Name of an attribute, store entry or frame value; message of a fault.</summary>
    public string Name { get; init; } = "";

    /// <summary>Function of a call, and kind of a known fault.</summary>
    public HogTrace.Bytecode.Function Function { get; init; }

    public FaultKind Fault { get; init; }

    /// <summary>Names and secrets of a capture's fields.</summary>
    public CaptureSite? CaptureSite { get; init; }

    /// <summary>
    /// Of an attribute: the member, when A can only be an object of the exact type that it was found on, or null, and
    /// reading it runs no host code.
    /// </summary>
    public MemberLookup? Member { get; init; }
}
