namespace HogTrace.Tests.Properties;

/// <summary>Sites outlive tests, so every test takes new names.</summary>
internal static class Sites
{
    private static int s_count;

    public static string NewName(string method = "Run") => $"Tests.Site{Interlocked.Increment(ref s_count)}.{method}";
}
