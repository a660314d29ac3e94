namespace HogTrace.Diagnostics;

/// <summary>What of a probe a compiled form is.</summary>
internal enum CompiledPart
{
    /// <summary>The predicate over registers.</summary>
    Predicate,

    /// <summary>The body over registers.</summary>
    Body,

    /// <summary>What a hit of a typed site calls: the predicate, and a simple capture, over the arguments.</summary>
    Site,
}
