namespace HogTrace.IlBackend.Typing;

/// <summary>What is known of a register's value at a point of the code, and where the value is.</summary>
/// <param name="Value">Its kind and what else is known.</param>
/// <param name="IsLoaded">Whether it is in the argument or local of its kind.</param>
/// <param name="IsStored">Whether it is in the register file.</param>
/// <param name="CopyOf">The input register whose value it is, while nothing is known of either; else -1.</param>
internal readonly record struct RegisterState(StaticValue Value, bool IsLoaded, bool IsStored = false, int CopyOf = -1)
{
    public StaticKind Kind => Value.Kind;

    /// <summary>Of a register that nothing has been put into.</summary>
    public static RegisterState Undefined => new(default, IsLoaded: false);

    /// <summary>In a local, or nowhere, as None is.</summary>
    public static RegisterState Loaded(StaticValue value) => new(value, IsLoaded: true);

    /// <summary>In the register file.</summary>
    public static RegisterState Stored(StaticValue value) => new(value, IsLoaded: false, IsStored: true);

    /// <summary>The value of an input of which nothing is known.</summary>
    public static RegisterState Copy(int input) => new(default, IsLoaded: false, CopyOf: input);

    /// <summary>
    /// What holds where two paths meet. Where the value is in no place on both, one is chosen, and a path that hasn't
    /// got it there puts it there.
    /// </summary>
    public static RegisterState Merge(RegisterState a, RegisterState b, bool hasRegisters)
    {
        if (a == b)
            return a;
        var value = StaticValue.Merge(a.Value, b.Value);
        bool isStored = a.IsStored && b.IsStored;
        if (value.Kind == StaticKind.Unknown)
            return new RegisterState(value, false, isStored || hasRegisters);
        bool isLoaded = a.IsLoaded && b.IsLoaded;
        return new RegisterState(value, isLoaded || !isStored, isStored);
    }
}
