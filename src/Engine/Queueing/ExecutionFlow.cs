using System.Runtime.CompilerServices;

namespace HogTrace.Queueing;

/// <summary>
/// Tells whether anything flows with a thread by a field of the runtime's own. Whether there is such a field, and it says
/// what it is taken to say, is tried once; where it doesn't, every thread counts as one that something flows with.
/// </summary>
internal static class ExecutionFlow
{
    /// <summary>Whether <see cref="Of"/> may be asked.</summary>
    public static readonly bool IsVisible = Try();

    /// <summary>The context of the calling thread; null when every AsyncLocal has its default value.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_executionContext")]
    public static extern ref ExecutionContext? Of(Thread thread);

    /// <summary>Tries it now, so that code compiled from here on knows what came of it, and doesn't ask.</summary>
    public static void Prepare() => RuntimeHelpers.RunClassConstructor(typeof(ExecutionFlow).TypeHandle);

    private static bool Try()
    {
        try
        {
            var before = Of(Thread.CurrentThread);
            var local = new AsyncLocal<object?> { Value = typeof(ExecutionFlow) };
            bool isSeen = Of(Thread.CurrentThread) is { } context && !ReferenceEquals(context, before);
            local.Value = null;
            return isSeen;
        }
        catch (MissingMemberException)
        {
            return false;
        }
    }
}
