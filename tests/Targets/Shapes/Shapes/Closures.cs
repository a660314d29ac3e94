namespace Shapes;

internal static class Closures
{
    public static int Lambda(int number)
    {
        int factor = 10;
        Func<int, int> multiply = value => value * factor;
        return multiply(number);
    }

    public static int Local(int number)
    {
        return Add(number, 5);

        static int Add(int left, int right) => left + right;
    }

    public static string Query(int[] numbers) => string.Join('<', numbers.Where(number => number > 1).Order());

    public static IEnumerable<int> Count(int to)
    {
        for (int i = 1; i <= to; i++)
            yield return i;
    }

    public static async IAsyncEnumerable<int> CountAsync(int to)
    {
        for (int i = 1; i <= to; i++)
        {
            await Task.Yield();
            yield return i;
        }
    }

    public static async Task<int> SumAsync(IAsyncEnumerable<int> numbers)
    {
        int sum = 0;
        await foreach (int number in numbers)
            sum += number;
        return sum;
    }
}
