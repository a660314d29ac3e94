namespace Shop.Payments;

/// <summary>The card's bank refused.</summary>
internal sealed class PaymentDeclinedException(string reason)
    : ShopException(StatusCodes.Status402PaymentRequired, $"The payment was declined: {reason}.");
