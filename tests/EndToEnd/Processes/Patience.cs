using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace HogTrace.Tests.EndToEnd.Processes;

/// <summary>Waits for what has to come; a machine that is busy with other things makes nothing fail.</summary>
internal static class Patience
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan s_step = TimeSpan.FromMilliseconds(25);

    public static async Task<T> UntilFound<T>(Func<T?> find, Func<string> what)
        where T : class
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < Limit)
        {
            if (find() is { } found)
                return found;
            await Task.Delay(s_step);
        }

        return Fail<T>($"There was no {what()}");
    }

    public static Task Until(Func<bool> isSo, Func<string> what) => UntilFound(() => isSo() ? "" : null, what);

    /// <summary>For something that takes its time itself.</summary>
    public static async Task UntilAsync(Func<Task<bool>> isSo, Func<string> what)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < Limit)
        {
            if (await isSo())
                return;
            await Task.Delay(s_step);
        }

        Fail<string>($"There was no {what()}");
    }

    [DoesNotReturn]
    private static T Fail<T>(string message)
    {
        Assert.Fail(message);
        throw new UnreachableException();
    }
}
