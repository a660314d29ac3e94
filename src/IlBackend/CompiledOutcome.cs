namespace HogTrace.IlBackend;

/// <summary>What compiled code answers. A Bool of the language is its own outcome.</summary>
internal enum CompiledOutcome
{
    /// <summary>A predicate gave something other than Bool True.</summary>
    False = 0,

    /// <summary>A predicate gave Bool True; a body ran to its end.</summary>
    True = 1,

    /// <summary>
    /// A guard has failed. Of code without a run context nothing has happened, and the interpreter does the whole run;
    /// with one, it goes on at the operation that the run names.
    /// </summary>
    NeedsContext = 2,

    /// <summary>The run has faulted.</summary>
    Faulted = 3,

    /// <summary>The rest of the code may run out of fuel; the interpreter goes on at the operation that the run names.</summary>
    Suspended = 4,
}
