using System.Runtime.CompilerServices;

namespace Worker;

/// <summary>What a tracer must not change about tasks.</summary>
internal static class Tasks
{
    private const int Rounds = 50;

    private static readonly Task<int> s_kept = Task.FromResult(42);
    private static readonly TaskCompletionSource<int> s_later = new();
    private static string? s_unobserved;

    /// <summary>Says what the runtime says of a failed task that nobody looked at.</summary>
    public static async Task<string> LeaveUnobserved()
    {
        TaskScheduler.UnobservedTaskException += OnUnobserved;
        s_unobserved = null;
        Leave();
        for (int i = 0; i < Rounds && s_unobserved is null; i++)
        {
            await Task.Delay(20);
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        TaskScheduler.UnobservedTaskException -= OnUnobserved;
        return s_unobserved ?? "nothing";
    }

    /// <summary>Says whether callers get the task that the method returned.</summary>
    public static async Task<string> IsTheSame()
    {
        bool isSame = ReferenceEquals(Kept(), s_kept) && ReferenceEquals(Later(), s_later.Task);
        s_later.TrySetResult(43);
        return $"{isSame} {await Kept()} {await Later()}";
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Task<int> Kept() => s_kept;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Task<int> Later() => s_later.Task;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Leave() => _ = Fail("left alone");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task Fail(string message)
    {
        await Task.Yield();
        throw new InvalidOperationException(message);
    }

    private static void OnUnobserved(object? sender, UnobservedTaskExceptionEventArgs args)
    {
        s_unobserved = args.Exception.InnerException?.Message;
        args.SetObserved();
    }
}
