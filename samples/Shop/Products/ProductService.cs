using System.Data.Common;
using HogTrace;
using Shop.Data;
using Shop.Orders;

namespace Shop.Products;

/// <summary>The catalogue and the stock.</summary>
internal sealed class ProductService(Database database)
{
    // A site is where probes can stand. It bears the method's full name and its parameters' names, lives in a static
    // field, and costs one check a call while no probe is installed.
    private static readonly ProbeSite<CancellationToken> s_list =
        ProbeSite.For<CancellationToken>("Shop.Products.ProductService.List", "cancellation");

    private static readonly ProbeSite<int, CancellationToken> s_find =
        ProbeSite.For<int, CancellationToken>("Shop.Products.ProductService.Find", "id", "cancellation");

    private static readonly ProbeSite<IReadOnlyList<OrderLine>, CancellationToken> s_reserve =
        ProbeSite.For<IReadOnlyList<OrderLine>, CancellationToken>(
            "Shop.Products.ProductService.Reserve", "lines", "cancellation");

    public async Task<List<Product>> List(CancellationToken cancellation)
    {
        var call = s_list.Enter(cancellation);
        try
        {
            await using var connection = await database.Open(cancellation);
            var products = await connection
                .Command("select id, name, price_cents, stock from products order by id")
                .Rows(Read, cancellation);
            return call.Exit(products);
        }
        catch (Exception e) when (call.Fail(e))
        {
            throw;
        }
    }

    public async Task<Product?> Find(int id, CancellationToken cancellation)
    {
        var call = s_find.Enter(id, cancellation);
        try
        {
            await using var connection = await database.Open(cancellation);
            var products = await connection
                .Command("select id, name, price_cents, stock from products where id = $id", ("$id", id))
                .Rows(Read, cancellation);
            return call.Exit(products.SingleOrDefault());
        }
        catch (Exception e) when (call.Fail(e))
        {
            throw;
        }
    }

    /// <summary>Takes all lines out of stock, or none of them; what they cost in cents.</summary>
    public async Task<int> Reserve(IReadOnlyList<OrderLine> lines, CancellationToken cancellation)
    {
        var call = s_reserve.Enter(lines, cancellation);
        try
        {
            await using var connection = await database.Open(cancellation);
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            int total = 0;
            foreach (var line in lines)
            {
                int? price = await connection.Command(
                    "update products set stock = stock - $quantity "
                    + "where id = $id and stock >= $quantity and $quantity > 0 returning price_cents",
                    ("$id", line.ProductId), ("$quantity", line.Quantity)).Number(cancellation);
                total += line.Quantity * (price ?? throw new OutOfStockException(line.ProductId, line.Quantity));
            }

            await transaction.CommitAsync(cancellation);
            return call.Exit(total);
        }
        catch (Exception e) when (call.Fail(e))
        {
            throw;
        }
    }

    /// <summary>Puts lines back into stock.</summary>
    public async Task Release(IReadOnlyList<OrderLine> lines, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        foreach (var line in lines)
        {
            await connection.Command(
                "update products set stock = stock + $quantity where id = $id",
                ("$id", line.ProductId), ("$quantity", line.Quantity)).Execute(cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    private static Product Read(DbDataReader row) =>
        new(row.GetInt32(0), row.GetString(1), row.GetInt32(2), row.GetInt32(3));
}
