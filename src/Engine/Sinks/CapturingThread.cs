using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace HogTrace;

/// <summary>
/// A thread that captures, and what a capture asks about it. Only the thread uses it.
/// </summary>
/// <remarks>
/// A claim waits for every load before it, so that the longest chain of them is what a capture takes: hence the handles.
/// A number of the thread's own is where the runtime's own data are, an object's reference three loads further.
/// </remarks>
internal sealed class CapturingThread
{
    // A weak handle: the thread lives as long as it runs, and then leads to what flowed with it.
    [ThreadStatic]
    private static nint t_thread;

    [ThreadStatic]
    private static nint t_identity;

    // Owns the handles; becomes garbage when the thread ends.
    [ThreadStatic]
    private static CapturingThread? t_current;

    private WeakGCHandle<Thread> _thread;
    private GCHandle<ThreadIdentity> _identity;

    private CapturingThread(Thread thread)
    {
        _thread = new WeakGCHandle<Thread>(thread);
        _identity = new GCHandle<ThreadIdentity>(new ThreadIdentity(thread.ManagedThreadId, thread.Name));
    }

    ~CapturingThread()
    {
        _thread.Dispose();
        _identity.Dispose();
    }

    /// <summary>What events say of the calling thread: the same object for as long as it keeps its name.</summary>
    public static ThreadIdentity Identity
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        get
        {
            var thread = Thread.CurrentThread;
            var current = t_current ??= new CapturingThread(thread);
            if (!ReferenceEquals(current._identity.Target.Name, thread.Name))
                current._identity.Target = new ThreadIdentity(thread.ManagedThreadId, thread.Name);
            t_identity = GCHandle<ThreadIdentity>.ToIntPtr(current._identity);
            t_thread = WeakGCHandle<Thread>.ToIntPtr(current._thread);
            return current._identity.Target;
        }
    }

    /// <summary>
    /// Whether nothing can flow with the calling thread: every AsyncLocal has its default value. False when something
    /// may, or the thread hasn't been asked for its identity since it was last renamed.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsWithoutFlow([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out ThreadIdentity? identity)
    {
        identity = null;
        if (!ExecutionFlow.IsVisible || t_thread == 0)
            return false;
        WeakGCHandle<Thread>.FromIntPtr(t_thread).TryGetTarget(out var thread);
        identity = GCHandle<ThreadIdentity>.FromIntPtr(t_identity).Target;
        return ExecutionFlow.Of(thread!) is null && ReferenceEquals(thread!.Name, identity.Name);
    }
}

/// <summary>What an event says of a thread. The ring may keep it: unlike the thread, it leads to nothing. Immutable.</summary>
internal sealed class ThreadIdentity(int id, string? name)
{
    public int Id { get; } = id;

    public string? Name { get; } = name;
}
