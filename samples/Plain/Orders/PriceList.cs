namespace Plain.Orders;

/// <summary>What things cost.</summary>
public sealed class PriceList
{
    private readonly Dictionary<string, int> _cents = new() { ["tea"] = 350, ["coffee"] = 420, ["cake"] = 590 };

    /// <summary>The price in cents.</summary>
    public int PriceOf(string item) =>
        _cents.TryGetValue(item, out int cents) ? cents : throw new ArgumentException($"There is no '{item}'.", nameof(item));
}
