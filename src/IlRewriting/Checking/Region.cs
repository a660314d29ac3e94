namespace HogTrace.IlRewriting.Checking;

/// <summary>What part of a clause a region is.</summary>
internal enum RegionKind
{
    Try,
    Filter,

    /// <summary>The handler of a catch or filter.</summary>
    Catch,

    /// <summary>The handler of a finally or fault.</summary>
    Finally,
}

/// <summary>A run of instructions of a clause, by their positions. Clauses of the same try share its region.</summary>
internal sealed class Region(RegionKind kind, int start, int end, int clause)
{
    public RegionKind Kind { get; } = kind;

    public int Start { get; } = start;

    public int End { get; } = end;

    public int FirstClause { get; } = clause;

    public int LastClause { get; set; } = clause;

    /// <summary>The innermost region that this is in.</summary>
    public Region? Parent { get; set; }

    /// <summary>Of a handler, its try.</summary>
    public Region? Protected { get; init; }
}
