namespace HogTrace.Runtime;

/// <summary>What the first tier has met while it ran a code block: feedback for a tier that compiles.</summary>
internal interface ICodeProfile
{
    /// <summary>Whether the code has been run at all.</summary>
    bool HasRun { get; }

    /// <summary>The operands of an arithmetic operation or comparison.</summary>
    /// <param name="operation">Index into the translated operations.</param>
    OperandProfile OperandsAt(int operation);

    /// <summary>The exact types of the objects that an attribute was read of, latest first; empty for none, or too many.</summary>
    IReadOnlyList<Type> TypesAt(int operation);
}
