namespace Shop.Products;

/// <summary>Something to buy.</summary>
internal sealed record Product(int Id, string Name, int PriceCents, int Stock);
