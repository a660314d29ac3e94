namespace HogTrace.Bench.Cases;

/// <summary>
/// Values for the cases: the same in every process and for every form of a case, varied enough that branches are not
/// all foreseen.
/// </summary>
internal static class Samples
{
    /// <summary>More than a branch predictor learns by heart; a power of two.</summary>
    public const int Count = 4096;

    // One in four has the length of "admin", so that its characters have to be looked at.
    private static readonly string[] s_roles = ["user", "guest", "editor", "support", "owner", "viewer", "operator", "reviewer"];

    public static string[] Roles { get; } = Make(random => s_roles[random.Next(s_roles.Length)]);

    public static Visit[] Visits { get; } = [.. Roles.Select(role => new Visit(new User(role)))];

    /// <summary>One in eight is over 100.</summary>
    public static long[] AroundHundred { get; } = Numbers(115);

    public static long[] UpTo1000 { get; } = Numbers(1000);

    public static long[] UpTo900 { get; } = Numbers(900);

    /// <summary>Beside those up to 1,000: three times the one and the other never leave a remainder of 2 by 7.</summary>
    public static long[] NoRemainderOfTwo { get; } =
        [.. UpTo1000.Reverse().Zip(UpTo1000, (b, a) => ((a * 3) + b) % 7 == 2 ? b + 1 : b)];

    private static long[] Numbers(int exclusiveMaximum) => Make(random => (long)random.Next(exclusiveMaximum));

    private static T[] Make<T>(Func<Random, T> make)
    {
#pragma warning disable CA5394 // Reproducible values are wanted.
        var random = new Random(20_26);
#pragma warning restore CA5394
        var values = new T[Count];
        for (int i = 0; i < Count; i++)
            values[i] = make(random);
        return values;
    }
}
