using System.Runtime.CompilerServices;

namespace HogTrace;

/// <summary>A thread that captures: all that a capture asks about it, found by one look-up. Only the thread uses it.</summary>
internal sealed class CapturingThread
{
    [ThreadStatic]
    private static CapturingThread? t_current;

    private readonly Thread _thread = Thread.CurrentThread;
    private ThreadIdentity _identity;

    private CapturingThread() => _identity = new ThreadIdentity(_thread.ManagedThreadId, _thread.Name);

    /// <summary>The calling thread.</summary>
    public static CapturingThread Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => t_current ?? Begin();
    }

    /// <summary>What events say of it: the same object for as long as it keeps its name.</summary>
    public ThreadIdentity Identity
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ReferenceEquals(_thread.Name, _identity.Name) ? _identity : Rename();
    }

    /// <summary>Whether nothing can flow with it: every AsyncLocal has its default value. False when something may.</summary>
    public bool IsWithoutFlow
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ExecutionFlow.IsVisible && ExecutionFlow.Of(_thread) is null;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static CapturingThread Begin() => t_current = new CapturingThread();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ThreadIdentity Rename() => _identity = new ThreadIdentity(_identity.Id, _thread.Name);
}

/// <summary>What an event says of a thread. The ring may keep it: unlike the thread, it leads to nothing. Immutable.</summary>
internal sealed class ThreadIdentity(int id, string? name)
{
    public int Id { get; } = id;

    public string? Name { get; } = name;
}
