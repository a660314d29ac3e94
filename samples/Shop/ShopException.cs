namespace Shop;

/// <summary>A request that can't be fulfilled, and the status that says so.</summary>
internal abstract class ShopException(int status, string message) : Exception(message)
{
    public int Status { get; } = status;
}
