namespace Shop.Payments;

/// <summary>Money that was taken for an order.</summary>
internal sealed record Payment(int Id, int OrderId, int AmountCents, string AuthorizationCode);
