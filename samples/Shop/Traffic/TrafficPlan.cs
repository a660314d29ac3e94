using System.Net;
using Shop.Orders;
using Shop.Payments;

namespace Shop.Traffic;

/// <summary>What the customers do: ten steps, over and over, the same every time.</summary>
internal static class TrafficPlan
{
    private const int GoldenCup = 5;

    private static readonly Step[] s_steps =
    [
        Get("/products", HttpStatusCode.OK),
        Get("/products/1", HttpStatusCode.OK),
        Buy("Ada", HttpStatusCode.Created, "4111111111111111", new OrderLine(1, 1), new OrderLine(4, 2)),
        Get("/orders/1", HttpStatusCode.OK),
        Buy("Grace", HttpStatusCode.Created, "4111111111111112", new OrderLine(3, 3)),
        Buy("Edsger", HttpStatusCode.Created, PaymentGateway.SlowCard, new OrderLine(2, 1)),
        Get("/products/99", HttpStatusCode.NotFound),
        Buy("Charles", HttpStatusCode.PaymentRequired, PaymentGateway.DeclinedCard, new OrderLine(2, 2)),
        Get("/products/3", HttpStatusCode.OK),
        Buy("Midas", HttpStatusCode.Conflict, "4111111111111113", new OrderLine(GoldenCup, 1)),
    ];

    public static Step At(int index) => s_steps[index % s_steps.Length];

    private static Step Get(string path, HttpStatusCode expected) => new(HttpMethod.Get, path, expected);

    private static Step Buy(string customer, HttpStatusCode expected, string cardNumber, params OrderLine[] lines) =>
        new(HttpMethod.Post, "/orders", expected, new NewOrder(customer, lines, new Card(customer, cardNumber, "737")));
}
