namespace Shop.Payments;

/// <summary>A payment card. Captures redact its number and CVV by their names.</summary>
internal sealed record Card(string Holder, string CardNumber, string Cvv);
