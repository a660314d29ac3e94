namespace HogTrace;

/// <summary>
/// Marks what a thread does for the engine: probes that stand in what that calls, such as the framework's own methods,
/// have not been hit by the program.
/// </summary>
internal static class OwnWork
{
    [ThreadStatic]
    private static bool t_isOwn;

    /// <summary>Whether the calling thread is about the engine's business.</summary>
    public static bool IsOwn
    {
        get => t_isOwn;
        set => t_isOwn = value;
    }
}
