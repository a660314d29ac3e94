namespace HogTrace.Tests.Profiler.Target;

/// <summary>Something that must hold didn't.</summary>
internal sealed class CheckFailedException(string message) : Exception(message);
