namespace HogTrace.Runtime;

/// <summary>The kinds of value that a probe computes with.</summary>
public enum ValueKind : byte
{
    /// <summary>Nothing: null, or a name that is not set.</summary>
    None,

    /// <summary>True or False.</summary>
    Bool,

    /// <summary>A 64-bit signed integer.</summary>
    Int,

    /// <summary>A 64-bit IEEE number.</summary>
    Float,

    /// <summary>Text.</summary>
    String,

    /// <summary>Any other host object, by reference.</summary>
    Object,
}
