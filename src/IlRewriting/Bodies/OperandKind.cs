namespace HogTrace.IlRewriting.Bodies;

/// <summary>What follows an instruction's opcode.</summary>
internal enum OperandKind : byte
{
    None,
    Int8,
    Int32,
    Int64,
    Float32,
    Float64,
    Token,

    /// <summary>The number of an argument or local.</summary>
    Variable8,

    /// <summary>The number of an argument or local.</summary>
    Variable16,

    /// <summary>A branch's target; only in bytes, instructions hold the wide form.</summary>
    Target8,

    /// <summary>A branch's target.</summary>
    Target32,

    /// <summary>A switch's targets.</summary>
    Targets,
}
