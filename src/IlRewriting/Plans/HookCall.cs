using System.Collections.Immutable;

namespace HogTrace.IlRewriting.Plans;

/// <summary>A call that is put into a method.</summary>
/// <param name="Id">The hook's number at the bridge.</param>
/// <param name="Form">How it is called.</param>
/// <param name="Inputs">What it is given, in order.</param>
internal sealed record HookCall(int Id, HookForm Form, ImmutableArray<HookInput> Inputs);
