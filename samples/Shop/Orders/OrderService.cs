using HogTrace;
using Shop.Data;
using Shop.Payments;
using Shop.Products;

namespace Shop.Orders;

/// <summary>Takes orders: reserves the goods, charges the card, and gives the goods back when that fails.</summary>
internal sealed class OrderService(Database database, ProductService products, PaymentService payments)
{
    private static readonly ProbeSite<NewOrder, CancellationToken> s_create =
        ProbeSite.For<NewOrder, CancellationToken>("Shop.Orders.OrderService.Create", "request", "cancellation");

    private static readonly ProbeSite<int, CancellationToken> s_find =
        ProbeSite.For<int, CancellationToken>("Shop.Orders.OrderService.Find", "id", "cancellation");

    public async Task<Order> Create(NewOrder request, CancellationToken cancellation)
    {
        // Entry probes run in Enter; exit probes run in Exit or Fail, with the duration and the outcome. Fail is
        // never true, so that the exception passes by as if nobody had looked.
        var call = s_create.Enter(request, cancellation);
        try
        {
            int total = await products.Reserve(request.Lines, cancellation);
            var order = await Insert(request, total, cancellation);
            return call.Exit(await Pay(order, request, cancellation));
        }
        catch (Exception e) when (call.Fail(e))
        {
            throw;
        }
    }

    public async Task<Order?> Find(int id, CancellationToken cancellation)
    {
        var call = s_find.Enter(id, cancellation);
        try
        {
            await using var connection = await database.Open(cancellation);
            var orders = await connection
                .Command("select id, customer, total_cents, status from orders where id = $id", ("$id", id))
                .Rows(row => new Order(row.GetInt32(0), row.GetString(1), row.GetInt32(2), row.GetString(3)), cancellation);
            return call.Exit(orders.SingleOrDefault());
        }
        catch (Exception e) when (call.Fail(e))
        {
            throw;
        }
    }

    private async Task<Order> Insert(NewOrder request, int total, CancellationToken cancellation)
    {
        const string Status = "new";
        await using var connection = await database.Open(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        int? id = await connection.Command(
            "insert into orders (customer, total_cents, status) values ($customer, $total, $status) returning id",
            ("$customer", request.Customer), ("$total", total), ("$status", Status)).Number(cancellation);
        var order = new Order(id!.Value, request.Customer, total, Status);
        foreach (var line in request.Lines)
        {
            await connection.Command(
                "insert into order_lines (order_id, product_id, quantity) values ($order, $product, $quantity)",
                ("$order", order.Id), ("$product", line.ProductId), ("$quantity", line.Quantity)).Execute(cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return order;
    }

    private async Task<Order> Pay(Order order, NewOrder request, CancellationToken cancellation)
    {
        try
        {
            await payments.Charge(order, request.Card, cancellation);
        }
        catch (PaymentDeclinedException)
        {
            await products.Release(request.Lines, cancellation);
            await SetStatus(order, "declined", cancellation);
            throw;
        }

        return await SetStatus(order, "paid", cancellation);
    }

    private async Task<Order> SetStatus(Order order, string status, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        await connection.Command(
            "update orders set status = $status where id = $id",
            ("$status", status), ("$id", order.Id)).Execute(cancellation);
        return order with { Status = status };
    }
}
