using System.Globalization;
using HogTrace;

namespace Shop.Payments;

/// <summary>Stands for a payment provider: one card is slow, one is declined, all others are fine.</summary>
internal sealed class PaymentGateway
{
    public const string SlowCard = "4000000000000080";
    public const string DeclinedCard = "4000000000000002";

    private static readonly ProbeSite<int, Card, CancellationToken> s_authorize =
        ProbeSite.For<int, Card, CancellationToken>(
            "Shop.Payments.PaymentGateway.Authorize", "amountCents", "card", "cancellation");

    private int _authorizations;

    /// <summary>Asks for the money; the authorization code.</summary>
    public async Task<string> Authorize(int amountCents, Card card, CancellationToken cancellation)
    {
        var call = s_authorize.Enter(amountCents, card, cancellation);
        try
        {
            await Task.Delay(TimeSpan.FromMilliseconds(card.CardNumber == SlowCard ? 80 : 1), cancellation);
            if (card.CardNumber == DeclinedCard)
                throw new PaymentDeclinedException("insufficient funds");
            int number = Interlocked.Increment(ref _authorizations);
            return call.Exit(string.Create(CultureInfo.InvariantCulture, $"A{number:d6}"));
        }
        catch (Exception e) when (call.Fail(e))
        {
            throw;
        }
    }
}
