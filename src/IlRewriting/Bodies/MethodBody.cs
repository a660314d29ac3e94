namespace HogTrace.IlRewriting.Bodies;

/// <summary>A method's body, taken apart.</summary>
internal sealed class MethodBody
{
    public required int MaxStack { get; set; }

    public required bool InitLocals { get; init; }

    /// <summary>The token of the locals' signature; 0 if there are none.</summary>
    public required int LocalSignatureToken { get; set; }

    public required List<Instruction> Instructions { get; set; }

    /// <summary>Inner clauses come before outer ones.</summary>
    public required List<Clause> Clauses { get; init; }

    /// <summary>Stands for the end in clauses; not one of the instructions.</summary>
    public required Instruction End { get; init; }
}
