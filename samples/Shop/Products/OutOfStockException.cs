namespace Shop.Products;

/// <summary>There is no such product, or not enough of it.</summary>
internal sealed class OutOfStockException(int productId, int quantity)
    : ShopException(StatusCodes.Status409Conflict, $"There are no {quantity} of product {productId} in stock.")
{
    public int ProductId { get; } = productId;
}
