using HogTrace.IlRewriting.Plans;

namespace HogTrace.Profiler.Probing;

/// <summary>A method to put hooks into.</summary>
/// <param name="FunctionId">Its MethodDesc: what reflection gives as the value of its handle.</param>
/// <param name="Token">Its metadata token.</param>
/// <param name="Plan">The hooks.</param>
internal sealed record ArmRequest(long FunctionId, int Token, ProbePlan Plan);
