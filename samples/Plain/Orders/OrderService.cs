using System.Collections.Concurrent;
using Plain.Payments;

namespace Plain.Orders;

/// <summary>Takes orders.</summary>
public sealed class OrderService(PriceList prices, PaymentGateway payments)
{
    private const int Kept = 10_000;

    private readonly ConcurrentDictionary<int, Order> _orders = new();
    private int _last;

    /// <summary>Takes an order and has it paid.</summary>
    public async Task<Order> CreateAsync(string customer, string item, int quantity)
    {
        int total = Total(prices.PriceOf(item), quantity);
        var order = new Order(Interlocked.Increment(ref _last), customer, item, quantity, total);
        await payments.AuthorizeAsync(new Card(customer, "4111111111111111", "123"), total);
        _orders[order.Id] = order;
        _orders.TryRemove(order.Id - Kept, out _);
        return order;
    }

    /// <summary>Finds an order.</summary>
    public bool TryFind(int id, out Order? order) => _orders.TryGetValue(id, out order);

    private static int Total(int price, int quantity) => price * quantity;
}
