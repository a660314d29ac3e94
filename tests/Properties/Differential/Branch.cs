namespace HogTrace.Tests.Properties.Differential;

/// <summary>An open class of a host; members of a subclass may hide its own.</summary>
internal class Branch(string? name, Branch? inner, long weight)
{
    public string? Name { get; } = name;

    public Branch? Inner { get; } = inner;

    public int Count { get; } = 3;

    public byte Small { get; init; } = 7;

    public double Share { get; init; } = 0.25;

    public bool Flag { get; init; } = true;

    public long Weight = weight;
}

/// <summary>Hides nothing.</summary>
internal sealed class PlainBranch(string? name, Branch? inner, long weight) : Branch(name, inner, weight);

/// <summary>Hides members, one of them by another kind.</summary>
internal sealed class HidingBranch(string? name, Branch? inner, long weight) : Branch(name, inner, weight)
{
    public new long Name { get; } = 5;

    public new double Weight = 0.5;
}
