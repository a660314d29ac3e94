using Shop.Orders;
using Shop.Products;

namespace Shop;

/// <summary>The HTTP side of the shop.</summary>
internal static class Endpoints
{
    public static void MapShop(this WebApplication app)
    {
        app.MapGet("/products", (ProductService products, CancellationToken cancellation) => products.List(cancellation));
        app.MapGet("/products/{id:int}", async (int id, ProductService products, CancellationToken cancellation) =>
            OrNotFound(await products.Find(id, cancellation)));
        app.MapGet("/orders/{id:int}", async (int id, OrderService orders, CancellationToken cancellation) =>
            OrNotFound(await orders.Find(id, cancellation)));
        app.MapPost("/orders", async (NewOrder request, OrderService orders, CancellationToken cancellation) =>
        {
            var order = await orders.Create(request, cancellation);
            return Results.Created($"/orders/{order.Id}", order);
        });
    }

    /// <summary>Turns what the shop refuses into the response that says so.</summary>
    public static void UseRefusals(this WebApplication app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (ShopException refusal)
        {
            await Results.Problem(refusal.Message, statusCode: refusal.Status).ExecuteAsync(context);
        }
    });

    private static IResult OrNotFound<T>(T? value)
        where T : class => value is null ? Results.NotFound() : Results.Ok(value);
}
