namespace HogTrace.Runtime;

/// <summary>Why a run of a probe ended early.</summary>
public enum FaultKind : byte
{
    /// <summary>It did not.</summary>
    None,

    /// <summary>An operator or function was given a kind of value that it doesn't take.</summary>
    TypeMismatch,

    /// <summary>Integer arithmetic left the range of Int.</summary>
    Overflow,

    /// <summary>Division or modulo by zero.</summary>
    DivisionByZero,

    /// <summary>A plain name, or <c>argN</c>, that the frame doesn't have.</summary>
    UnknownName,

    /// <summary>The object has no such member or key by attribute.</summary>
    MissingAttribute,

    /// <summary>Two members match the name when case and underscores are ignored.</summary>
    AmbiguousAttribute,

    /// <summary>The member exists, but the policy doesn't allow reading it.</summary>
    ForbiddenAttribute,

    /// <summary>An index outside the sequence.</summary>
    IndexOutOfRange,

    /// <summary>A mapping without that key.</summary>
    MissingKey,

    /// <summary>An argument of the right kind that has no result, such as <c>int("x")</c>.</summary>
    InvalidValue,

    /// <summary>A limit of the run (<see cref="RunLimits"/>) was reached.</summary>
    LimitExceeded,

    /// <summary>Code of the host threw while a member, an item or an equality was asked for.</summary>
    HostException,
}
