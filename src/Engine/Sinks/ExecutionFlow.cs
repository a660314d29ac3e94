using System.Runtime.CompilerServices;

namespace HogTrace;

/// <summary>Tells whether anything flows with the calling thread, without looking it all up.</summary>
internal static class ExecutionFlow
{
    // What a thread without a context of its own captures; the runtime gives all of them the same.
    private static ExecutionContext? s_empty;

    /// <summary>
    /// The calling thread, when nothing can flow with it: every AsyncLocal has its default value. Null when something may.
    /// A call of its own, in which the two look for the thread once.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Thread? ThreadWithoutFlow()
    {
        var thread = Thread.CurrentThread;
        return ExecutionContext.Capture() is { } context && ReferenceEquals(context, s_empty) ? thread : null;
    }

    /// <summary>Goes first on a thread that was started without a context.</summary>
    public static void Begin() => s_empty ??= ExecutionContext.Capture();
}
