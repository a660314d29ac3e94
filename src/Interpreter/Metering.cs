namespace HogTrace.Interpreter;

/// <summary>What the loop keeps account of; a type, so that the JIT makes a loop of each.</summary>
internal interface IMetering
{
    /// <summary>Whether it looks at the budget before every step.</summary>
    static abstract bool ChecksEveryStep { get; }

    /// <summary>Whether there is a run context. Without, the loop gives up before the first step that needs one.</summary>
    static abstract bool HasContext { get; }
}

/// <summary>For a run whose longest path is known to fit the fuel it has.</summary>
internal readonly struct Unmetered : IMetering
{
    public static bool ChecksEveryStep => false;

    public static bool HasContext => true;
}

/// <summary>For a run that may run out of fuel: stops at the exact instruction.</summary>
internal readonly struct Metered : IMetering
{
    public static bool ChecksEveryStep => true;

    public static bool HasContext => true;
}

/// <summary>
/// For a first try at a predicate that is expected to be false: quick steps only, nothing that can fault, touch data
/// or call the host, so that nobody can see that it ran, and no account of anything.
/// </summary>
internal readonly struct Quick : IMetering
{
    public static bool ChecksEveryStep => false;

    public static bool HasContext => false;
}
