namespace HogTrace.Tests.Properties;

/// <summary>Runs actions on threads of their own; what any of them throws comes out here.</summary>
internal static class Threads
{
    public static void RunAll(params IEnumerable<Action> actions)
    {
        Exception? failure = null;
        Thread[] threads =
        [
            .. actions.Select(action => new Thread(() =>
            {
                try
                {
                    action();
                }
                catch (Exception exception)
                {
                    Interlocked.CompareExchange(ref failure, exception, null);
                }
            })),
        ];
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();
        if (failure is not null)
            throw new InvalidOperationException("a thread threw", failure);
    }

    public static IEnumerable<Action> Times(int count, Action<int> action) =>
        Enumerable.Range(0, count).Select<int, Action>(i => () => action(i));
}
