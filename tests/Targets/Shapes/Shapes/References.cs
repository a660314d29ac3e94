using System.Runtime.CompilerServices;

namespace Shapes;

internal static unsafe class References
{
    private static readonly int[] s_numbers = [10, 20, 30];

    public static void Change(in int read, ref int changed, out int given)
    {
        changed += read;
        given = changed * 2;
    }

    public static ref int Element(int index) => ref s_numbers[index];

    public static bool IsNull(ref int number) => Unsafe.IsNullRef(ref number);

    public static int Sum(int* numbers, int count)
    {
        int sum = 0;
        for (int i = 0; i < count; i++)
            sum += numbers[i];
        return sum;
    }

    public static int Length(ReadOnlySpan<char> text, int more) => text.Length + more;

    public static ReadOnlySpan<char> Slice(string text, int start) => text.AsSpan(start);
}
