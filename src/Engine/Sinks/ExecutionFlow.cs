namespace HogTrace;

/// <summary>Tells whether anything flows with the calling thread, without looking it all up.</summary>
internal static class ExecutionFlow
{
    // What a thread without a context of its own captures; the runtime gives all of them the same.
    private static ExecutionContext? s_empty;

    /// <summary>Whether nothing can flow with the calling thread: every AsyncLocal has its default value.</summary>
    public static bool IsEmpty => ExecutionContext.Capture() is { } context && ReferenceEquals(context, s_empty);

    /// <summary>Goes first on a thread that was started without a context.</summary>
    public static void Begin() => s_empty ??= ExecutionContext.Capture();
}
