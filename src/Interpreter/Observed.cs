namespace HogTrace.Interpreter;

/// <summary>The kinds of operands that an arithmetic operation or comparison has met.</summary>
[Flags]
internal enum Observed : byte
{
    /// <summary>None yet.</summary>
    Nothing = 0,

    /// <summary>Two Ints.</summary>
    Ints = 1,

    /// <summary>A String, against a constant String.</summary>
    StringWithConstant = 2,

    /// <summary>Any other two.</summary>
    Other = 4,
}
