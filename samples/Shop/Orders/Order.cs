using Shop.Payments;

namespace Shop.Orders;

/// <summary>So many of one product.</summary>
internal sealed record OrderLine(int ProductId, int Quantity);

/// <summary>What a customer asks for.</summary>
internal sealed record NewOrder(string Customer, IReadOnlyList<OrderLine> Lines, Card Card);

/// <summary>An order that the shop knows.</summary>
internal sealed record Order(int Id, string Customer, int TotalCents, string Status);
