namespace HogTrace.Tests.Unit;

/// <summary>Runs things on a stack of 256 KiB.</summary>
internal static class SmallStack
{
    private const int Bytes = 256 << 10;

    public static T Run<T>(Func<T> function)
        where T : notnull
    {
        T? result = default;
        var thread = new Thread(() => result = function(), Bytes);
        thread.Start();
        thread.Join();
        return result!;
    }
}
