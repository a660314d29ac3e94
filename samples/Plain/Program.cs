using System.Globalization;
using Plain.Orders;
using Plain.Payments;
using Plain.Traffic;

// A service that knows nothing of HogTrace: what `hogtrace trace` is shown and tested on.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.AddSingleton<PaymentGateway>();
builder.Services.AddSingleton<PriceList>();
builder.Services.AddSingleton<OrderService>();
// Orders now and then, so that there is something to see without a client; --quiet leaves it out.
if (!args.Contains("--quiet"))
    builder.Services.AddHostedService<Customers>();

var app = builder.Build();
app.MapGet("/", () => "Plain");
app.MapPost("/orders", async (OrderRequest request, OrderService orders) =>
{
    try
    {
        return Results.Ok(await orders.CreateAsync(request.Customer, request.Item, request.Quantity));
    }
    catch (PaymentDeclinedException declined)
    {
        return Results.Problem(declined.Message, statusCode: StatusCodes.Status402PaymentRequired);
    }
});
app.MapGet("/orders/{id:int}", (int id, OrderService orders) => orders.TryFind(id, out var order) ? Results.Ok(order) : Results.NotFound());
app.MapGet("/price/{item}", (string item, PriceList prices) => prices.PriceOf(item).ToString(CultureInfo.InvariantCulture));
app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine($"Plain listens on {string.Join(", ", app.Urls)}; its process id is {Environment.ProcessId}."));
app.Run();
