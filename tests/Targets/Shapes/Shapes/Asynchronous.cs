namespace Shapes;

internal static class Asynchronous
{
    public static async Task Plain(int number)
    {
        if (number < 0)
            await Task.Yield();
    }

    public static async Task PlainSuspended(int number)
    {
        await Task.Yield();
        _ = number;
    }

    public static async Task<int> Completed(int number)
    {
        await Task.CompletedTask;
        return number * 2;
    }

    public static async Task<int> Suspended(int number)
    {
        await Task.Yield();
        number *= 2;
        return number;
    }

    public static Task<int> Forwarded(int number) => Suspended(number + 1);

    public static async ValueTask Value(int number)
    {
        if (number < 0)
            await Task.Yield();
    }

    public static async ValueTask ValueSuspended(int number)
    {
        await Task.Yield();
        _ = number;
    }

    public static ValueTask<int> ValueCompleted(int number) => new(number * 2);

    public static async ValueTask<int> ValueOfSuspended(int number)
    {
        await Task.Yield();
        return number * 2;
    }

    public static async Task Failed(string message, bool suspends)
    {
        if (suspends)
            await Task.Yield();
        throw new InvalidOperationException(message);
    }

    public static async ValueTask<int> ValueFailed(string message)
    {
        await Task.Yield();
        throw new InvalidOperationException(message);
    }

    public static Task Refused(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Task.CompletedTask;
    }

    public static async Task Cancelled(CancellationToken cancellation)
    {
        await Task.Yield();
        cancellation.ThrowIfCancellationRequested();
    }

    public static async void Fire(ManualResetEventSlim done)
    {
        await Task.Yield();
        done.Set();
    }
}
