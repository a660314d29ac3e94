using System.Text.Json;

namespace HogTrace.Tests.EndToEnd.Shop;

/// <summary>What the shipped probes see of the shipped traffic.</summary>
public sealed class TrafficTests(TrafficRun run) : IClassFixture<TrafficRun>
{
    [Fact]
    public void Every_request_gets_the_status_it_should()
    {
        Assert.True(run.ExitCode == 0, string.Join('\n', run.Messages));
        Assert.Contains($"Requests: {TrafficRun.Requests} (200: 12, 201: 9, 402: 3, 404: 3, 409: 3).", run.Messages);
    }

    [Fact]
    public void Every_capture_names_its_request()
    {
        Assert.NotEmpty(run.Captures);
        Assert.All(run.Captures, capture => Assert.Matches("^req-0[0-3][0-9]$", capture.GetProperty("request").GetString()));
    }

    [Fact]
    public void Paid_orders_show_what_entry_and_exit_know()
    {
        var orders = Of("Shop.Orders.OrderService.Create");
        Assert.Equal(
            ["req-003", "req-005", "req-006", "req-013", "req-015", "req-016", "req-023", "req-025", "req-026"],
            orders.Select(RequestOf));
        var first = orders[0].GetProperty("captures");
        Assert.Equal("Ada", first.GetProperty("customer").GetString());
        Assert.Equal(2, first.GetProperty("lines").GetInt32());
        Assert.Equal(3490 + 2 * 790, first.GetProperty("total").GetInt32());
        Assert.All(orders, order => Assert.True(order.GetProperty("captures").GetProperty("duration").GetDouble() > 0));
    }

    [Fact]
    public void The_predicate_finds_the_slow_payments_and_their_orders()
    {
        var slow = run.Captures.Where(capture => capture.GetProperty("captures").TryGetProperty("slow_payment", out _)).ToList();
        foreach (string request in (string[])["req-006", "req-016", "req-026"])
        {
            var payment = Assert.Single(slow, capture => RequestOf(capture) == request).GetProperty("captures");
            Assert.True(payment.GetProperty("duration").GetDouble() > 0.05);
            Assert.True(payment.GetProperty("since_order").GetDouble() > 0.05);
            var order = Assert.Single(Of("Shop.Orders.OrderService.Create"), capture => RequestOf(capture) == request);
            Assert.Equal(
                order.GetProperty("captures").GetProperty("order_id").GetInt32(),
                payment.GetProperty("order_id").GetInt32());
        }
    }

    [Fact]
    public void Declined_payments_show_the_exception()
    {
        var declined = Of("Shop.Payments.PaymentService.Charge");
        Assert.Equal(["req-008", "req-018", "req-028"], declined.Select(RequestOf));
        Assert.All(declined, capture => Assert.Equal(
            "Shop.Payments.PaymentDeclinedException",
            capture.GetProperty("captures").GetProperty("error").GetString()));
    }

    [Fact]
    public void Secrets_are_redacted_under_any_name()
    {
        var cards = run.Captures.Where(capture => capture.GetProperty("captures").TryGetProperty("card", out _)).ToList();
        Assert.Equal(3, cards.Count);
        foreach (var fields in cards.Select(capture => capture.GetProperty("captures")))
        {
            var card = fields.GetProperty("card");
            Assert.Equal("Grace", card.GetProperty("Holder").GetString());
            Assert.Equal("[redacted]", card.GetProperty("CardNumber").GetString());
            Assert.Equal("[redacted]", card.GetProperty("Cvv").GetString());
            Assert.Equal("[redacted]", fields.GetProperty("renamed").GetString());
        }

        Assert.DoesNotContain(run.Lines, line => line.Contains("4111111111", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_is_dropped_and_no_probe_is_switched_off()
    {
        Assert.Contains($"Events: {run.Lines.Count} sent, {run.Lines.Count} delivered, 0 dropped.", run.Messages);
        Assert.DoesNotContain(run.Messages, line => line.Contains("switched off", StringComparison.Ordinal));
        Assert.DoesNotContain(run.Captures, capture => capture.TryGetProperty("fault", out _));
    }

    private List<JsonElement> Of(string function) =>
        [.. run.Captures.Where(capture => capture.GetProperty("function").GetString() == function)];

    private static string RequestOf(JsonElement capture) => capture.GetProperty("request").GetString()!;
}
