namespace HogTrace.Tests.Profiler;

/// <summary>How a run of the target ended.</summary>
internal sealed record TargetResult(int ExitCode, string Output);
