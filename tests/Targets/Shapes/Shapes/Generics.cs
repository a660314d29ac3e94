namespace Shapes;

internal static class Generics
{
    public static T Same<T>(T value) => value;

    public static string Pair<TLeft, TRight>(TLeft left, TRight right)
        where TRight : struct => $"{left}/{right}";
}

internal sealed class Holder<T>(T held)
{
    public T Held { get; } = held;

    public string Pair<TOther>(TOther other, T more) => $"{Held}+{other}+{more}";

    public static string Describe(T value) => $"{typeof(T).Name} {value}";
}

internal readonly struct Slot<T>(T held)
{
    public T Held { get; } = held;

    public T Get(int times) => times > 0 ? Held : default!;
}
