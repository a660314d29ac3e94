namespace HogTrace.Runtime;

/// <summary>Where a value of the bytecode's stack is, while the translator follows the stack.</summary>
internal enum StackEntryKind : byte
{
    /// <summary>In the temporary of its stack position.</summary>
    Temporary,

    /// <summary>In an input register, never written by code.</summary>
    Input,

    /// <summary>A constant.</summary>
    Constant,

    /// <summary>The request store's proxy; it has no register.</summary>
    Store,

    /// <summary>The tuple of arguments, not made until somebody needs it.</summary>
    Arguments,
}

/// <summary>A value of the bytecode's stack. A class, since collections of structs are compiled anew in every process.</summary>
/// <param name="Kind">Where it is.</param>
/// <param name="Index">Register, or index into the translated constants.</param>
/// <param name="Type">Its static type where one is known.</param>
/// <param name="Constant">Index into the translated constants of what a temporary is known to hold, or -1.</param>
internal sealed record StackEntry(StackEntryKind Kind, int Index, Type? Type, int Constant = -1);
