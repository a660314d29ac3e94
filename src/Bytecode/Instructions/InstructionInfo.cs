namespace HogTrace.Bytecode;

/// <summary>A row of the instruction table.</summary>
/// <param name="Opcode">Its byte.</param>
/// <param name="Name">Its mnemonic.</param>
/// <param name="Operands">The operands that follow the opcode.</param>
/// <param name="Length">Bytes of opcode and operands.</param>
/// <param name="Since">The first bytecode version that has it.</param>
/// <param name="Effect">What it does to the depth of the stack.</param>
/// <param name="Flow">Where execution can go after it.</param>
/// <param name="Cost">What it takes from the fuel of a run.</param>
/// <param name="CanFault">Whether a run may end at it.</param>
/// <param name="Constants">The kinds of constant that operand k may name.</param>
/// <param name="Proxy">What it has to do with the request store's proxy.</param>
/// <param name="IsForbidden">Whether the verifier rejects it wherever it stands.</param>
/// <param name="Stack">Operands and results, in the notation that <see cref="Bytecode.Opcode"/> explains.</param>
/// <param name="Meaning">One line of meaning.</param>
internal sealed record InstructionInfo(
    Opcode Opcode,
    string Name,
    Operands Operands,
    int Length,
    int Since,
    StackEffect Effect,
    ControlFlow Flow,
    CostClass Cost,
    bool CanFault,
    ConstantKinds Constants,
    ProxyUse Proxy,
    bool IsForbidden,
    string Stack,
    string Meaning);
