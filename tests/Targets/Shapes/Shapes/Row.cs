namespace Shapes;

internal sealed class Row
{
    private readonly Dictionary<int, string> _items = [];

    public string Last { get; private set; } = "";

    public string this[int index]
    {
        get => _items[index];
        set => _items[index] = Last = value;
    }
}

internal sealed record Entry(string Key, int Number);

internal static class Started
{
    // Explicit, so that it is run exactly when a member is first used.
    static Started() => Value = 5;

    public static int Value { get; }

    public static int Twice => Value * 2;
}
