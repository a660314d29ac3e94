using HogTrace.Profiler.Hosting;

namespace HogTrace.Profiler.Probing;

/// <summary>A method that has a plan.</summary>
/// <param name="FunctionId">What the agent calls it.</param>
/// <param name="Key">What the runtime calls it.</param>
/// <param name="Body">Its rewritten body.</param>
/// <param name="Map">Where its original instructions are in that.</param>
internal sealed record ArmedMethod(long FunctionId, MethodKey Key, byte[] Body, CodeMapEntry[] Map);
