namespace Shapes;

internal enum Color
{
    Red,
    Green,
}

internal static class Signatures
{
    public static string Nine(int a, long b, string c, double d, byte e, short f, char g, float h, object? i) =>
        FormattableString.Invariant($"{a} {b} {c} {d} {e} {f} {g} {h} {i is null}");

    public static int Twenty(
        int a0, int a1, int a2, int a3, int a4, int a5, int a6, int a7, int a8, int a9,
        int a10, int a11, int a12, int a13, int a14, int a15, int a16, int a17, int a18, string a19) =>
        a0 + a1 + a2 + a3 + a4 + a5 + a6 + a7 + a8 + a9 + a10 + a11 + a12 + a13 + a14 + a15 + a16 + a17 + a18 + a19.Length;

    public static string Optional(int one, string two = "default") => $"{one} {two}";

    public static Color Color(Color color) => color;

    public static int? Maybe(int? number) => number + 1;

    public static decimal Money(decimal amount) => amount * 2;

    public static char Next(char letter) => (char)(letter + 1);

    public static ulong Large(ulong number) => number - 1;

    public static (int Number, string Text) Tuple((int Number, string Text) pair) => (pair.Number + 1, pair.Text);

    public static int[] Array(int[] numbers) => [.. numbers.Select(Double)];

    public static void Nothing()
    {
    }

    private static int Double(int number) => number * 2;
}
