using HogTrace.IlRewriting;

namespace HogTrace.Profiler.Probing;

/// <summary>What became of a request.</summary>
/// <param name="Status">0 when it is armed, a positive <see cref="DeclineReason"/>, or a negative HRESULT.</param>
/// <param name="Detail">For people; empty when it is armed.</param>
internal readonly record struct ArmResult(int Status, string Detail);
