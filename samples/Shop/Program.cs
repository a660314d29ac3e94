using HogTrace;
using Shop;
using Shop.Data;
using Shop.Orders;
using Shop.Payments;
using Shop.Products;
using Shop.Tracing;
using Shop.Traffic;

if (ShopOptions.Parse(args) is not { } options)
{
    await Console.Error.WriteLineAsync(ShopOptions.Usage);
    return 2;
}

// With --json, standard output is for captures alone.
var messages = options.Json ? Console.Error : Console.Out;

var builder = WebApplication.CreateBuilder([.. options.Others]);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
if (options.Others.Count == 0)
    builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Services
    .ConfigureHttpJsonOptions(json =>
    {
        // A body without a card, say, is a bad request.
        json.SerializerOptions.RespectNullableAnnotations = true;
        json.SerializerOptions.RespectRequiredConstructorParameters = true;
    })
    .AddSingleton(_ => new Database(options.Database))
    .AddSingleton<PaymentGateway>()
    .AddSingleton<PaymentService>()
    .AddSingleton<ProductService>()
    .AddSingleton<OrderService>();
builder.AddTracing(options, messages);

await using var app = builder.Build();
app.UseMiddleware<RequestScopeMiddleware>();
app.UseRefusals();
app.MapShop();
await app.StartAsync();

string address = app.Urls.First();
if (options.Traffic is not { } requests)
{
    messages.WriteLine($"The shop serves at {address}. Ctrl-C ends it. Try:");
    messages.WriteLine($"  curl {address}/products");
    messages.WriteLine($$$"""  curl {{{address}}}/orders -H 'Content-Type: application/json' -d '{"customer":"You","lines":[{"productId":2,"quantity":1}],"card":{"holder":"You","cardNumber":"{{{PaymentGateway.SlowCard}}}","cvv":"737"}}'""");
    await app.WaitForShutdownAsync();
    return 0;
}

var driver = new TrafficDriver(new Uri(address), messages);
bool isExpected = await driver.Run(requests, app.Lifetime.ApplicationStopping);

// What waits is delivered first, so that the summary comes last and counts everything.
var engine = app.Services.GetRequiredService<ProbeEngine>();
engine.Flush();
messages.WriteLine();
messages.WriteLine($"Requests: {requests} ({driver.Statuses}).");
TracingSummary.Write(messages, engine.Delivery, app.Services.GetRequiredService<ProbeFile>().Status);
await app.StopAsync();
return isExpected ? 0 : 1;
