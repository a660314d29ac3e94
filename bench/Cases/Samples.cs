namespace HogTrace.Bench.Cases;

/// <summary>Values for the cases: the same in every process, varied enough that branches are not all foreseen.</summary>
internal static class Samples
{
    // One in eight has the length of "admin", so that its characters have to be looked at.
    private static readonly string[] s_roles = ["user", "guest", "editor", "support", "owner", "viewer", "operator", "reviewer"];

    public static string[] Roles(int count) => Make(count, random => s_roles[random.Next(s_roles.Length)]);

    public static long[] Numbers(int count, int exclusiveMaximum) => Make(count, random => (long)random.Next(exclusiveMaximum));

    public static T[] Make<T>(int count, Func<Random, T> make)
    {
#pragma warning disable CA5394 // Reproducible values are wanted.
        var random = new Random(20_26);
#pragma warning restore CA5394
        var values = new T[count];
        for (int i = 0; i < count; i++)
            values[i] = make(random);
        return values;
    }
}
