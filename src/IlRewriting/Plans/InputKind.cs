namespace HogTrace.IlRewriting.Plans;

/// <summary>What of a call is given to a hook.</summary>
internal enum InputKind : byte
{
    /// <summary>A parameter, by its position; a reference's target. At an exit, by-value parameters are as they were at entry.</summary>
    Argument,

    /// <summary>The receiver; a copy, for structs.</summary>
    Self,

    /// <summary>The value returned, of the method's return type. At a return only.</summary>
    Result,

    /// <summary>The exception, as an object. At a throw only.</summary>
    Exception,

    /// <summary>Seconds since the entry, as a double. At a return or throw only.</summary>
    Duration,
}
