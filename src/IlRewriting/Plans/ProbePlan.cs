namespace HogTrace.IlRewriting.Plans;

/// <summary>What is put into a method. At least one call; without return and throw the body gets no exception clause.</summary>
/// <param name="Entry">Called before the first instruction; null for nothing.</param>
/// <param name="Return">Called when the method returns; null for nothing.</param>
/// <param name="Throw">Called in a filter's first pass when an exception leaves the method; null for nothing.</param>
/// <param name="ReadsClock">Whether the clock is read at entry, for <see cref="InputKind.Duration"/> or <see cref="HookForm.Async"/>.</param>
internal sealed record ProbePlan(HookCall? Entry, HookCall? Return, HookCall? Throw, bool ReadsClock);
