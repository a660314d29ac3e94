namespace HogTrace.IlRewriting.Plans;

/// <summary>One thing given to a hook. A class, since collections of structs are compiled anew in every process.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Position">Of an argument, its position, the receiver not counted; else 0.</param>
internal sealed record HookInput(InputKind Kind, ushort Position = 0);
