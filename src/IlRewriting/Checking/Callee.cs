namespace HogTrace.IlRewriting.Checking;

/// <summary>What a call takes and gives.</summary>
internal sealed record Callee(bool HasThis, StackType[] Parameters, StackType? Return, StackType Constructed);
