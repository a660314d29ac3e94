namespace HogTrace.IlRewriting.Plans;

/// <summary>One thing given to a hook.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Position">Of an argument, its position, the receiver not counted; else 0.</param>
internal readonly record struct HookInput(InputKind Kind, ushort Position = 0);
