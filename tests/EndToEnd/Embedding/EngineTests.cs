using HogTrace.Runtime;

namespace HogTrace.Tests.EndToEnd.Embedding;

/// <summary>An engine as a host meets it.</summary>
public sealed class EngineTests
{
    private sealed record Customer(string Pin, string CustomerNumber);

    [Fact]
    public void One_list_of_secret_names_holds_at_every_depth()
    {
        var names = SecretNames.Default.With("customer_number").Without("pin");
        var site = ProbeSite.For<Customer>("Test.Secrets.Call", "customer");
        var (engine, sink) = Make(new ProbeEngineOptions { SecretNames = names });
        using (engine)
        {
            engine.Install(HogTraceProgram.Compile(
                "fn:Test.Secrets.Call:entry { capture(whole=customer, pin=customer.pin, other=customer.customer_number); }"));
            site.Enter(new Customer("1234", "C-1")).Exit();
            engine.Flush();
        }

        var fields = Assert.Single(sink.Captures).Fields.ToDictionary(field => field.Name, field => field.Value.ToObject());
        var whole = Assert.IsType<ObjectSnapshot>(fields["whole"]).Fields.ToDictionary(field => field.Name, field => field.Value.ToObject());
        Assert.Equal("1234", whole["Pin"]);
        Assert.Equal("[redacted]", whole["CustomerNumber"]);
        Assert.Equal("1234", fields["pin"]);
        Assert.Equal("[redacted]", fields["other"]);
    }

    [Fact]
    public void Probes_wait_for_sites_and_leave_when_disposed()
    {
        var (engine, sink) = Make(null);
        using (engine)
        {
            var installation = engine.Install(HogTraceProgram.Compile("fn:Test.Late.Call:exit { capture(v=retval); }"));
            Assert.Empty(Assert.Single(installation.Status).Sites);

            var site = ProbeSite.For("Test.Late.Call");
            Assert.Equal(["Test.Late.Call"], Assert.Single(installation.Status).Sites);
            Assert.Equal(1, site.Enter().Exit(1));
            var inFlight = site.Enter();

            installation.Dispose();
            Assert.False(site.IsProbed);
            Assert.Equal(2, inFlight.Exit(2));
            Assert.Equal(3, site.Enter().Exit(3));
            engine.Flush();
        }

        Assert.Equal(1L, Assert.Single(sink.Captures).Fields[0].Value.ToObject());
    }

    [Fact]
    public async Task A_sink_may_flush_its_own_engine()
    {
        using var engine = new ProbeEngine();
        var site = ProbeSite.For("Test.Flushing.Call");
        engine.Sinks.Add(new FlushingSink(engine));
        engine.Install(HogTraceProgram.Compile("fn:Test.Flushing.Call:entry { capture(v=1); }"));
        site.Enter().Exit();
        await Task.Run(engine.Flush).WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(1, engine.Delivery.Delivered);
    }

    private static (ProbeEngine Engine, MemorySink Sink) Make(ProbeEngineOptions? options)
    {
        var engine = new ProbeEngine(options);
        var sink = new MemorySink();
        engine.Sinks.Add(sink);
        return (engine, sink);
    }

    private sealed class FlushingSink(ProbeEngine engine) : IProbeSink
    {
        public void Write(IReadOnlyList<ProbeEvent> batch) => engine.Flush();
    }
}
