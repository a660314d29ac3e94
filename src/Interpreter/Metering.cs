namespace HogTrace.Interpreter;

/// <summary>Whether the loop looks at the budget before every step; a type, so that the JIT makes two loops.</summary>
internal interface IMetering
{
    static abstract bool ChecksEveryStep { get; }
}

/// <summary>For a run whose longest path is known to fit the fuel it has.</summary>
internal readonly struct Unmetered : IMetering
{
    public static bool ChecksEveryStep => false;
}

/// <summary>For a run that may run out of fuel: stops at the exact instruction.</summary>
internal readonly struct Metered : IMetering
{
    public static bool ChecksEveryStep => true;
}
