namespace HogTrace.Tests.Profiler.Target.Probing;

/// <summary>What the profiler says of a method that was to be armed.</summary>
internal readonly record struct ArmStatus(int Code, string Detail);
