namespace HogTrace.Tests.Profiler.Target.Shapes;

/// <summary>Static methods.</summary>
internal static class Statics
{
    private static readonly int[] s_numbers = [10, 20, 30];

    public static int Add(int left, int right) => left + right;

    public static void References(in int read, ref int changed, out int given)
    {
        changed += read;
        given = read + changed;
    }

    public static ref int Element(int index) => ref s_numbers[index];

    public static unsafe int Sum(int* numbers, int count)
    {
        int sum = 0;
        for (int i = 0; i < count; i++)
            sum += numbers[i];
        return sum;
    }

    public static unsafe int* Next(int* number) => number + 1;

    public static long Nine(int a, long b, string c, double d, byte e, short f, char g, float h, object? i) =>
        a + b + c.Length + (long)d + e + f + g + (long)h + (i is null ? 0 : 1);

    public static int SpanLength(ReadOnlySpan<char> text, int more) => text.Length + more;

    public static string Name(int number) => number switch
    {
        0 => "zero",
        1 => "one",
        2 => "two",
        3 => "three",
        _ => "many",
    };

    public static DateTime Later(int? days, DateTime from, (int More, string Why) reason) => from.AddDays((days ?? 0) + reason.More);

    public static async Task<int> Suspended(int number)
    {
        await Task.Yield();
        return number + 1;
    }

    public static async ValueTask<int> SuspendedValue(int number)
    {
        await Task.Yield();
        return number + 2;
    }

    public static IEnumerable<int> Count(int to)
    {
        for (int i = 0; i < to; i++)
            yield return i;
    }
}
