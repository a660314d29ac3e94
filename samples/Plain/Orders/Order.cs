namespace Plain.Orders;

/// <summary>An order.</summary>
public sealed record Order(int Id, string Customer, string Item, int Quantity, int TotalCents);

/// <summary>What a customer sends.</summary>
public sealed record OrderRequest(string Customer, string Item, int Quantity);
