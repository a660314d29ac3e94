namespace HogTrace.Profiler.Probing;

/// <summary>A method as the agent knows it.</summary>
/// <param name="FunctionId">Its MethodDesc: what reflection gives as the value of its handle.</param>
/// <param name="Token">Its metadata token.</param>
internal readonly record struct MethodIdentity(long FunctionId, int Token);
