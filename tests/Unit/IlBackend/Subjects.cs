namespace HogTrace.Tests.Unit.IlBackend;

/// <summary>An open class: members of a subclass may hide its own.</summary>
internal class Node
{
    public string? Name { get; init; }

    public Node? Next { get; init; }

    public Leaf? Leaf { get; init; }

    public int Weight;

    public ulong Mask;
}

/// <summary>Hides nothing.</summary>
internal sealed class PlainNode : Node;

/// <summary>Hides a member, of another kind.</summary>
internal sealed class HidingNode : Node
{
    public new long Name { get; init; } = 5;

    public new double Weight = 0.5;
}

/// <summary>A class that has no subclass.</summary>
internal sealed class Leaf
{
    public string? Text { get; init; }

    public bool Flag { get; init; }

    public double Share { get; init; }

    public byte Small { get; init; }

    public object? Anything { get; init; }
}

/// <summary>The arguments of a call.</summary>
internal sealed record Input(long A, int B, double D, string? S, bool T, Node? N, ulong U, byte C)
{
    private static readonly long[] s_longs =
        [0, 1, -1, 2, 7, -7, 100, 1L << 53, (1L << 53) + 1, -(1L << 53) - 1, int.MaxValue, int.MinValue, long.MaxValue, long.MinValue];

    private static readonly int[] s_ints = [0, 1, -1, 2, 7, 100, int.MaxValue, int.MinValue];

    private static readonly double[] s_doubles =
        [0, -0.0, 1, -1, 0.5, 7, 1e300, 9007199254740993.0, 9223372036854775807.0, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon];

    private static readonly string?[] s_strings =
        [null, "", "a", "admin", "Admin", new('x', 63), new('x', 64), new('x', 5_000), "\ud800", new string(['a', 'd', 'm', 'i', 'n'])];

    private static readonly Leaf?[] s_leaves =
        [null, new(), new() { Text = "admin", Flag = true, Share = 0.5, Small = 255, Anything = 1 }, new() { Text = new string('x', 64), Share = double.NaN }];

    private static readonly ulong[] s_words = [0, 1, 7, long.MaxValue, (ulong)long.MaxValue + 1, ulong.MaxValue];

    private static readonly byte[] s_bytes = [0, 1, 7, 255];

    private static readonly Node?[] s_nodes =
        [null, .. Nodes(null), .. Nodes(new Node { Leaf = s_leaves[2], Name = "x" }), .. Nodes(new Node { Leaf = new Leaf { Text = "" } })];

    /// <summary>Inputs at the edges, the same ones for a seed.</summary>
    public static IEnumerable<Input> Edges(int seed, int count)
    {
        var random = new Random(seed);
        for (int i = 0; i < count; i++)
        {
            yield return new(
                Pick(random, s_longs), Pick(random, s_ints), Pick(random, s_doubles), Pick(random, s_strings),
                random.Next(2) == 0, Pick(random, s_nodes), Pick(random, s_words), Pick(random, s_bytes));
        }
    }

    private static T Pick<T>(Random random, T[] values) => values[random.Next(values.Length)];

    private static IEnumerable<Node> Nodes(Node? next)
    {
        foreach (var leaf in s_leaves)
        {
            yield return new Node { Name = "admin", Next = next, Leaf = leaf, Weight = 7, Mask = ulong.MaxValue };
            yield return new PlainNode { Name = new string('y', 70), Next = next, Leaf = leaf };
            yield return new HidingNode { Next = next, Leaf = leaf };
            yield return new Node { Next = next, Leaf = leaf, Weight = int.MinValue, Mask = 1 };
            yield return new Node { Name = "", Next = next, Leaf = leaf, Weight = 1, Mask = 7 };
        }
    }
}
