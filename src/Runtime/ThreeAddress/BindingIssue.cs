namespace HogTrace.Runtime;

/// <summary>Something that a probe asks of a method that the method doesn't have.</summary>
/// <param name="Kind">The fault that it would be at run time.</param>
/// <param name="Instruction">Index of the instruction.</param>
/// <param name="IsPredicate">Whether the instruction is one of the predicate.</param>
/// <param name="Message">What is wrong, with the nearest match.</param>
internal sealed record BindingIssue(FaultKind Kind, int Instruction, bool IsPredicate, string Message);
