using System.Text.Json;
using HogTrace.Tests.EndToEnd.Processes;

namespace HogTrace.Tests.EndToEnd.Attaching;

/// <summary>What a trace sees of a service that wasn't made for it, and what the service notices of it.</summary>
[Collection(HeavyTests.Name)]
public sealed class PlainTests(PlainService plain) : IClassFixture<PlainService>
{
    private const string Tea = """200 ,"customer":"Ada","item":"tea","quantity":2,"totalCents":700}""";

    [Fact]
    public async Task Sees_calls_of_all_kinds_and_leaves_the_responses_as_they_were()
    {
        string[] before = await Responses();
        const string source = """
            fn:Plain.Orders.PriceList.PriceOf:entry { capture(item); }
            fn:Plain.Orders.PriceList.PriceOf:exit { capture(item=item, retval=retval, error=exception); }
            fn:Plain.Orders.OrderService.CreateAsync:exit { capture(customer=customer, order=retval, error=exception, duration=duration); }
            fn:Plain.Payments.PaymentGateway.AuthorizeAsync:exit { capture(card=card, amountCents=amountCents, retval=retval, error=exception); }
            fn:Plain.Orders.OrderService.Total:exit { capture(price, quantity, retval); }
            """;
        using var client = await TraceClient.StartAsync(plain.Process, source);
        Assert.Equal(before, await Responses());
        Assert.StartsWith("402", await plain.Order("Grace", "cake", 9), StringComparison.Ordinal);
        var events = await client.WaitForEvents(12);
        var result = await client.Interrupt();
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(before, await Responses());

        Assert.Equal(
            ["tea", "nectar", "cake"], Of(events, "PriceOf", "entry").Select(fields => Text(fields, "item")));
        Assert.Equal(
            [(350, null), (null, "There is no 'nectar'. (Parameter 'item')"), (590, null)],
            Of(events, "PriceOf", "exit").Select(fields => (Number(fields, "retval"), Message(fields))));
        var orders = Of(events, "CreateAsync", "exit");
        Assert.Equal(
            [("Ada", (int?)700, null), ("Grace", null, "The payment of 5310 cents was declined.")],
            orders.Select(fields => (Text(fields, "customer"), Total(fields.GetProperty("order")), Message(fields))));
        Assert.All(orders, fields => Assert.InRange(fields.GetProperty("duration").GetDouble(), 0.000_001, 60));
        Assert.Equal([(350, 2, 700), (590, 9, 5310)], Of(events, "Total", "exit").Select(fields => (Number(fields, "price"), Number(fields, "quantity"), Number(fields, "retval"))));
        var payments = Of(events, "AuthorizeAsync", "exit");
        Assert.Equal([700, 5310], payments.Select(fields => Number(fields, "amountCents")));
        Assert.StartsWith("auth-Ada-", Text(payments[0], "retval"), StringComparison.Ordinal);
        Assert.All(payments, fields =>
        {
            Assert.Equal("[redacted]", Text(fields.GetProperty("card"), "CardNumber"));
            Assert.Equal("[redacted]", Text(fields.GetProperty("card"), "Cvv"));
        });
        Assert.DoesNotContain("4111", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_carries_values_from_one_method_to_another()
    {
        const string source = """
            fn:Plain.Orders.OrderService.CreateAsync:entry { $req.customer = customer; capture(customer); }
            fn:Plain.Payments.PaymentGateway.AuthorizeAsync:exit { capture(customer=$req.customer, holder=card.Holder); }
            """;
        using var client = await TraceClient.StartAsync(plain.Process, source);
        string[] customers = [.. Enumerable.Range(0, 12).Select(i => $"customer-{i}")];
        await Task.WhenAll(customers.Select(customer => plain.Order(customer, "tea", 1)));
        var events = await client.WaitForEvents(2 * customers.Length);
        Assert.Equal(0, (await client.Interrupt()).ExitCode);
        var pairs = Of(events, "AuthorizeAsync", "exit").Select(fields => (Text(fields, "customer"), Text(fields, "holder"))).ToArray();
        Assert.Equal(customers.Order(), pairs.Select(pair => pair.Item1).Order());
        Assert.All(pairs, pair => Assert.Equal(pair.Item1, pair.Item2));
        // Each is a trace of its own.
        Assert.Equal(customers.Length, events.Select(item => item.GetProperty("trace").GetString()).Distinct().Count());
        // The entry and the asynchronous exit of one have one id.
        var requests = events.GroupBy(item => item.GetProperty("request").GetString()!).ToArray();
        Assert.Equal(customers.Length, requests.Length);
        Assert.All(requests, request =>
        {
            Assert.Matches("^[0-9a-f]{16}$", request.Key);
            Assert.Single(request.Select(item => item.GetProperty("captures").GetProperty("customer").GetString()).Distinct());
            Assert.Equal(["entry", "exit"], request.Select(item => item.GetProperty("point").GetString()));
        });
    }

    [Fact]
    public async Task The_summary_counts_every_request()
    {
        const string source = """
            fn:Plain.Orders.PriceList.PriceOf:entry { capture(item); }
            fn:Plain.Orders.PriceList.PriceOf:exit / exception != None / { capture(item); }
            """;
        using var client = await TraceClient.StartAsync(plain.Process, source);
        for (int i = 0; i < 20; i++)
            await plain.Get(i % 4 == 0 ? "/price/nectar" : "/price/tea");
        var result = await client.Interrupt();
        var summary = Summary.Read(result.Error);
        Assert.Equal((20, 20, 0), (summary["probe_0"].Hits, summary["probe_0"].Fired, summary["probe_0"].Faults));
        Assert.Equal((20, 5, 0), (summary["probe_1"].Hits, summary["probe_1"].Fired, summary["probe_1"].Faults));
        Assert.Contains("Events: 25 shown; 25 sent, 25 delivered.", result.Error, StringComparison.Ordinal);
        Assert.Equal(25, client.Output.Count);
    }

    [Fact]
    public async Task Text_is_for_people()
    {
        using var client = await TraceClient.StartAsync(
            plain.Process, "fn:Plain.Orders.OrderService.CreateAsync:entry { capture(customer); } fn:Plain.Orders.OrderService.CreateAsync:exit { capture(duration); }",
            "--format", "text");
        Assert.Equal(Tea, await plain.Order("Ada", "tea", 2));
        await Patience.Until(() => client.Output.Count >= 2, () => "two lines");
        Assert.Equal(0, (await client.Interrupt()).ExitCode);
        Assert.Matches("""^\d\d:\d\d:\d\d\.\d\d\d  [0-9a-f]{8} -> OrderService\.CreateAsync +customer="Ada"$""", client.Output[0]);
        Assert.Matches("""^\d\d:\d\d:\d\d\.\d\d\d  [0-9a-f]{8} <- OrderService\.CreateAsync +duration=\d+\.\dms$""", client.Output[1]);
    }

    [Fact]
    public async Task Ends_by_itself_after_a_number_of_events_and_after_a_time()
    {
        const string source = "fn:Plain.Orders.PriceList.PriceOf:entry { capture(item); }";
        using (var limited = await TraceClient.StartAsync(plain.Process, source, "--limit", "2"))
        {
            for (int i = 0; i < 5; i++)
                await plain.Get("/price/tea");
            Assert.Equal(0, (await limited.Finish()).ExitCode);
            Assert.Equal(2, limited.Output.Count);
        }

        using var timed = await TraceClient.StartAsync(plain.Process, source, "--duration", "300ms");
        Assert.Equal(0, (await timed.Finish()).ExitCode);
    }

    private async Task<string[]> Responses() =>
    [
        await plain.Get("/"),
        await plain.Order("Ada", "tea", 2),
        (await plain.Get("/price/nectar"))[..3],
        await plain.Get("/orders/999999"),
    ];

    private static JsonElement[] Of(IReadOnlyList<JsonElement> events, string method, string point) =>
    [
        .. events.Where(item => item.GetProperty("function").GetString()!.EndsWith("." + method, StringComparison.Ordinal)
                && item.GetProperty("point").GetString() == point)
            .Select(item => item.GetProperty("captures")),
    ];

    private static int? Total(JsonElement order) => order.ValueKind == JsonValueKind.Object ? Number(order, "TotalCents") : null;

    private static string? Message(JsonElement fields) =>
        fields.GetProperty("error") is { ValueKind: JsonValueKind.Object } error ? Text(error, "Message") : null;

    private static string? Text(JsonElement fields, string name) => fields.GetProperty(name).GetString();

    private static int? Number(JsonElement fields, string name) =>
        fields.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : null;
}
