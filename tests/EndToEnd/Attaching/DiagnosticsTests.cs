using System.Globalization;
using HogTrace.Tests.EndToEnd.Cli;

namespace HogTrace.Tests.EndToEnd.Attaching;

/// <summary>Programs that don't fit the process are explained, and touch nothing.</summary>
public sealed class DiagnosticsTests(PlainService plain) : IClassFixture<PlainService>
{
    [Theory]
    [InlineData("fn:Plain.Orders.PriceList.PriceOf:entry { capture(itm); }", 1, 51, "itm", "item")]
    [InlineData("fn:Plain.Payments.PaymentGateway.AuthorizeAsync:exit\n{ capture(x=card.Holdr); }", 2, 18, "Holdr", "Holder")]
    public async Task An_unknown_name_is_an_error_before_anything_is_armed(string source, int line, int column, string wrong, string near)
    {
        var result = Trace("-e", source);
        Assert.Equal(1, result.ExitCode);
        Assert.Empty(result.Out);
        Assert.Contains($"<-e>:{line}:{column}: error HT", result.Error, StringComparison.Ordinal);
        Assert.Contains($"'{wrong}'", result.Error, StringComparison.Ordinal);
        Assert.Contains(near, result.Error, StringComparison.Ordinal);
        Assert.Contains("^", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Tracing", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Other clients", List("Plain.Orders.*.*").Error, StringComparison.Ordinal);
        Assert.Equal("200 350", await plain.Get("/price/tea"));
    }

    [Fact]
    public void A_dry_run_says_where_the_probes_would_stand()
    {
        var result = Trace("--dry-run", "-e", "fn:Plain.Orders.PriceList.PriceOf:entry { capture(item); }");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("Probes: 1 in 1 method of Plain", result.Out, StringComparison.Ordinal);
        Assert.Contains("probe_0 Plain.Orders.PriceList.PriceOf:entry: 1 method", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dry_run_finds_what_a_trace_would()
    {
        var result = Trace("--dry-run", "-e", "fn:Plain.Orders.PriceList.PriceOf:entry { capture(itm); }");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("<-e>:1:51: error HT", result.Out + result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_target_that_matches_nothing_gets_the_nearest_names_and_the_others_work()
    {
        const string source = """
            fn:Plain.Orders.PriceList.PriceOff:entry { capture(item); }
            fn:Plain.Orders.PriceList.PriceOf:entry { capture(item); }
            """;
        using var client = await TraceClient.StartAsync(plain.Process, source);
        Assert.Contains("Probes: 1 in 1 method of Plain", client.Messages, StringComparison.Ordinal);
        Assert.Contains("; 1 stands nowhere.", client.Messages, StringComparison.Ordinal);
        Assert.Contains("probe_0 Plain.Orders.PriceList.PriceOff:entry matches nothing that is loaded. Nearest: Plain.Orders.PriceList.PriceOf", client.Messages, StringComparison.Ordinal);
        await plain.Get("/price/tea");
        await client.WaitForEvents(1);
        Assert.Equal(0, (await client.Interrupt()).ExitCode);
    }

    [Fact]
    public void Lists_methods_with_their_marks()
    {
        var text = List("Plain.Orders.OrderService.*");
        Assert.Equal(0, text.ExitCode);
        Assert.Contains("Task<Order> OrderService.CreateAsync(string customer, string item, int quantity)  [async]\n", text.Out, StringComparison.Ordinal);
        Assert.Contains("int OrderService.Total(int price, int quantity)  [static]\n", text.Out, StringComparison.Ordinal);
        Assert.Contains("bool OrderService.TryFind(int id, out Order order)\n", text.Out, StringComparison.Ordinal);

        var all = ListedMethods.Read(List("**", "--format", "json").Out);
        Assert.Contains(all, method => method is { Name: "Plain.Orders.OrderService.CreateAsync", Obstacle: null } && method.Marks.Contains("async"));
        Assert.All(all, method => Assert.Equal("Plain", method.Module));
    }

    [Fact]
    public void Lists_the_frameworks_methods_when_they_are_named()
    {
        var methods = ListedMethods.Read(List("System.String.*", "--format", "json").Out);
        Assert.Contains(methods, method => method.Name == "System.String.Substring" && method.Obstacle is null);
        var sine = Assert.Single(ListedMethods.Read(List("System.Math.Sin", "--format", "json").Out));
        Assert.Equal("it is the runtime's own code, without IL", sine.Obstacle);
        var streams = ListedMethods.Read(List("System.IO.Stream.Read", "--format", "json").Out);
        Assert.Contains(streams, method => method.Obstacle == "it is abstract: its implementations can be probed");
    }

    [Fact]
    public void A_pattern_that_matches_nothing_fails()
    {
        var result = List("Plain.Nothing.*");
        Assert.Equal((1, ""), (result.ExitCode, result.Out));
        Assert.Contains("matches 'Plain.Nothing.*'", result.Error, StringComparison.Ordinal);
    }

    private CommandResult Trace(params string[] options) =>
        HogTraceProcess.Run(["trace", "-p", plain.Process.Id.ToString(CultureInfo.InvariantCulture), .. options]);

    private CommandResult List(params string[] options) =>
        HogTraceProcess.Run(["list", "-p", plain.Process.Id.ToString(CultureInfo.InvariantCulture), .. options]);
}
