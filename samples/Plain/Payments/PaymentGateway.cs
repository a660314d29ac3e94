namespace Plain.Payments;

/// <summary>Stands for a payment provider that is slow now and then, and declines large amounts.</summary>
public sealed class PaymentGateway
{
    private const int LimitCents = 5_000;
    private int _calls;

    /// <summary>Authorizes a payment.</summary>
    /// <exception cref="PaymentDeclinedException">The amount is too large.</exception>
    public async ValueTask<string> AuthorizeAsync(Card card, int amountCents)
    {
        int call = Interlocked.Increment(ref _calls);
        if (call % 7 == 0)
            await Task.Delay(60);
        else
            await Task.Yield();
        if (amountCents > LimitCents)
            throw new PaymentDeclinedException(amountCents);
        return $"auth-{card.Holder}-{call}";
    }
}

/// <summary>A card.</summary>
public sealed record Card(string Holder, string CardNumber, string Cvv);

/// <summary>A payment was declined.</summary>
public sealed class PaymentDeclinedException(int amountCents) : Exception($"The payment of {amountCents} cents was declined.")
{
    /// <summary>The amount.</summary>
    public int AmountCents { get; } = amountCents;
}
