namespace HogTrace.Tests.Profiler.Target.Shapes;

/// <summary>Methods that exceptions leave or are caught in.</summary>
internal static class Throwing
{
    public static int Clauses(int way)
    {
        int result = 0;
        try
        {
            if (way == 1)
                throw new InvalidOperationException("one");
            if (way == 2)
                return 20;
            result = 1;
        }
        catch (InvalidOperationException) when (way == 1)
        {
            return 11;
        }
        finally
        {
            result++;
        }

        return result;
    }

    public static int Deep(int depth) => depth > 0 ? Deep(depth - 1) + 1 : throw new ArgumentException("deep");

    /// <summary>Throws by a signal of the processor's, whose handlers two runtimes now share.</summary>
    public static int Null(string? text) => text!.Length;

    public static int Divide(int number, int by) => number / by;

    public static string Caught(Action action)
    {
        try
        {
            action();
            return "nothing";
        }
        catch (Exception exception)
        {
            return exception.GetType().Name;
        }
    }
}
