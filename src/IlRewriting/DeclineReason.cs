namespace HogTrace.IlRewriting;

/// <summary>Why a body was not rewritten.</summary>
internal enum DeclineReason
{
    /// <summary>It was rewritten.</summary>
    None,

    /// <summary>The body's bytes are malformed.</summary>
    MalformedBody,

    /// <summary>A signature is malformed, or does not fit the body.</summary>
    MalformedSignature,

    /// <summary>It takes a variable number of arguments.</summary>
    VariableArguments,

    /// <summary>The runtime itself suspends it, and its body does not return what its signature says.</summary>
    RuntimeAsync,

    /// <summary>It ends in a jump to another method.</summary>
    Jump,

    /// <summary>It returns from within an exception clause, which is invalid.</summary>
    ReturnInClause,

    /// <summary>The plan asks for what the method doesn't have, or for what no hook can be given.</summary>
    PlanDoesNotFit,

    /// <summary>The result would exceed what the format allows.</summary>
    TooLarge,
}
