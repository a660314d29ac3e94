namespace HogTrace.Runtime;

/// <summary>Which operands an operation has met so far.</summary>
internal enum OperandProfile : byte
{
    /// <summary>None yet, or nobody has looked.</summary>
    Unknown,

    /// <summary>Ints on both sides, and perhaps others.</summary>
    Ints,

    /// <summary>A String on the left, and a constant one on the right, and perhaps others.</summary>
    Strings,

    /// <summary>Others only.</summary>
    Other,
}
