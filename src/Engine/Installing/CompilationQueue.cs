using System.Collections.Concurrent;

namespace HogTrace.Installing;

/// <summary>Compiles what is hot, of all engines, in the background, one after the other, so that they take one thread at most.</summary>
internal static class CompilationQueue
{
    private static readonly ConcurrentQueue<ICompilable> s_waiting = new();
    private static int s_isRunning;

    public static void Add(ICompilable code)
    {
        s_waiting.Enqueue(code);
        TryRun();
    }

    private static void TryRun()
    {
        if (Interlocked.Exchange(ref s_isRunning, 1) == 0)
            ThreadPool.UnsafeQueueUserWorkItem(static _ => Run(), null);
    }

    private static void Run()
    {
        OwnWork.IsOwn = true;
        while (s_waiting.TryDequeue(out var code))
            code.Compile();
        OwnWork.IsOwn = false;
        // One that comes before the exchange sees a runner and leaves it alone; a full fence, so that it is seen here.
        Interlocked.Exchange(ref s_isRunning, 0);
        if (!s_waiting.IsEmpty)
            TryRun();
    }
}
