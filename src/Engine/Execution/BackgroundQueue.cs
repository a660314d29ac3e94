using System.Collections.Concurrent;

namespace HogTrace.Execution;

/// <summary>Does things in order, one at a time, on the thread pool. Any thread may add.</summary>
/// <param name="drain">Does what waits until nothing does; never runs twice at a time, and doesn't throw.</param>
internal sealed class BackgroundQueue<T>(Action<ConcurrentQueue<T>> drain)
{
    private readonly ConcurrentQueue<T> _waiting = new();
    private int _isRunning;

    public void Add(T item)
    {
        _waiting.Enqueue(item);
        TryRun();
    }

    private void TryRun()
    {
        if (Interlocked.Exchange(ref _isRunning, 1) == 0)
            ThreadPool.UnsafeQueueUserWorkItem(static queue => queue.Run(), this, preferLocal: false);
    }

    private void Run()
    {
        drain(_waiting);
        // One that comes before the exchange sees a runner and leaves it alone; a full fence, so that it is seen here.
        Interlocked.Exchange(ref _isRunning, 0);
        if (!_waiting.IsEmpty)
            TryRun();
    }
}
