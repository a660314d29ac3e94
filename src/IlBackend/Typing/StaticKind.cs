namespace HogTrace.IlBackend.Typing;

/// <summary>What is known of a value's kind before the code runs, and so how IL holds it.</summary>
internal enum StaticKind : byte
{
    /// <summary>Nothing is known, or paths with different kinds have met: code that reads it isn't compiled.</summary>
    Unknown,

    /// <summary>None; held nowhere.</summary>
    None,

    /// <summary>An int32 of 0 or 1.</summary>
    Bool,

    /// <summary>An int64.</summary>
    Int,

    /// <summary>A float64.</summary>
    Float,

    /// <summary>A string, or null for None.</summary>
    String,

    /// <summary>An instance of a class that holds no scalar of the language, or null for None.</summary>
    Object,
}
