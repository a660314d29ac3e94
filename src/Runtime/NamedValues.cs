namespace HogTrace.Runtime;

/// <summary>The named values of a dynamic frame, looked up by the program's names.</summary>
internal abstract class NamedValues
{
    /// <summary>The parameter or local of that name.</summary>
    public abstract bool TryGet(string name, out Value value);

    /// <summary>Arguments by name, as a mapping.</summary>
    public abstract Value Kwargs { get; }

    /// <summary>Every named value in scope, as a mapping.</summary>
    public abstract Value Locals { get; }

    /// <summary>Static fields of the declaring type, as a mapping.</summary>
    public abstract Value Globals { get; }
}
