using HogTrace;
using Shop.Data;
using Shop.Orders;

namespace Shop.Payments;

/// <summary>Charges cards for orders and keeps the books.</summary>
internal sealed class PaymentService(Database database, PaymentGateway gateway)
{
    private static readonly ProbeSite<Order, Card, CancellationToken> s_charge =
        ProbeSite.For<Order, Card, CancellationToken>(
            "Shop.Payments.PaymentService.Charge", "order", "card", "cancellation");

    public async Task<Payment> Charge(Order order, Card card, CancellationToken cancellation)
    {
        var call = s_charge.Enter(order, card, cancellation);
        try
        {
            string code = await gateway.Authorize(order.TotalCents, card, cancellation);
            await using var connection = await database.Open(cancellation);
            int? id = await connection.Command(
                "insert into payments (order_id, amount_cents, authorization_code) values ($order, $amount, $code) returning id",
                ("$order", order.Id), ("$amount", order.TotalCents), ("$code", code)).Number(cancellation);
            return call.Exit(new Payment(id!.Value, order.Id, order.TotalCents, code));
        }
        catch (Exception e) when (call.Fail(e))
        {
            throw;
        }
    }
}
