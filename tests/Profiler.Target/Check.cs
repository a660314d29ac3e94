namespace HogTrace.Tests.Profiler.Target;

/// <summary>What must hold, or the process ends with what didn't.</summary>
internal static class Check
{
    public static void That(bool holds, string what)
    {
        if (!holds)
            throw new CheckFailedException(what);
    }

    public static void Equal<T>(T expected, T actual, string what) =>
        That(EqualityComparer<T>.Default.Equals(expected, actual), $"{what}: expected {expected}, was {actual}");
}
