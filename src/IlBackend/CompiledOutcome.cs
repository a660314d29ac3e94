namespace HogTrace.IlBackend;

/// <summary>What a compiled predicate answers. A Bool of the language is its own outcome.</summary>
internal enum CompiledOutcome
{
    /// <summary>It gave something other than Bool True.</summary>
    False = 0,

    /// <summary>It gave Bool True.</summary>
    True = 1,

    /// <summary>It met what compiled code doesn't do; nothing has happened, and the interpreter does the whole run.</summary>
    NeedsContext = 2,
}
