using System.Globalization;

namespace HogTrace.Tests.Rewriting.Running;

/// <summary>Methods of many shapes, to be rewritten and run.</summary>
internal sealed class Sample(int number)
{
    private int _number = number;

    public static int Add(int left, int right) => left + right;

    public static void Nothing()
    {
    }

    public static int ChangesArgument(int value)
    {
        value *= 2;
        return value;
    }

    public static string Nine(int a, string b, double c, long d, byte e, object f, int[] g, DateTime h, decimal i) =>
        string.Create(CultureInfo.InvariantCulture, $"{a}{b}{c}{d}{e}{f}{g.Length}{h.Ticks}{i}");

    public static void References(in int read, ref string changed, out long written)
    {
        changed += read;
        written = read;
    }

    public static ref int ElementOf(int[] numbers) => ref numbers[1];

    public static string Sorts(int value) => value switch
    {
        0 => "none",
        1 => "one",
        2 => "two",
        3 => "three",
        > 100 => throw new ArgumentOutOfRangeException(nameof(value)),
        _ => "many",
    };

    public static int Catches(string text)
    {
        int tries = 0;
        try
        {
            tries++;
            return int.Parse(text, CultureInfo.InvariantCulture) + tries;
        }
        catch (FormatException exception) when (exception.Message.Length > tries)
        {
            return -tries;
        }
        finally
        {
            tries++;
        }
    }

    public static int Throws(string text)
    {
        try
        {
            return text.Length;
        }
        finally
        {
            text = "changed";
        }
    }

    public static int Loops(int count)
    {
        int sum = 0;
        while (true)
        {
            sum += count;
            if (count-- == 0)
                return sum;
        }
    }

    public static T Same<T>(T value) => value;

    public static string Describes<T>(T value)
        where T : notnull
    {
        string text = value.ToString()!;
        return text + typeof(T).Name;
    }

    public static async Task<int> LaterAsync(int value)
    {
        await Task.Yield();
        return value + 1;
    }

    public static ValueTask<int> AtOnce(int value) => new(value);

    public static IEnumerable<int> Counts(int to)
    {
        for (int i = 0; i < to; i++)
            yield return i;
    }

    public static unsafe int Follows(int* pointer) => *pointer;

    public int Instance(int more) => _number + more;

    public override string ToString() => $"{_number++}";

    public static object Boxes(int value) => value;
}

/// <summary>Methods of a struct.</summary>
internal struct SampleStruct
{
    public int Number;

    public SampleStruct(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        Number = number;
    }

    public int Increases(int by)
    {
        Number += by;
        return Number;
    }
}

/// <summary>Methods of a generic class.</summary>
internal sealed class SampleOf<T>(T value)
{
    public T Value { get; } = value;

    public (T, TOther) With<TOther>(TOther other) => (Value, other);
}
