namespace HogTrace.Tests.Properties.Hostility;

/// <summary>Sampling decides once a request, for all probes alike.</summary>
public sealed class SamplingTests
{
    private const int Requests = 20_000;

    [Fact]
    public void ProbesOfARequestAreKeptOrDroppedTogether()
    {
        using var engine = new ProbeEngine(new ProbeEngineOptions { CpuShare = 1.0, QueueCapacity = 1 << 20 });
        var sink = new KeepingSink();
        engine.Sinks.Add(sink);
        var first = ProbeSite.For<int>(Sites.NewName(), "n");
        var second = ProbeSite.For<int>(Sites.NewName(), "n");
        var installation = engine.Install(HogTraceProgram.Compile(
            $$"""
            fn:{{first.Name}}:entry { sample 30%; capture(n); }
            fn:{{second.Name}}:exit { sample 3/10; capture(n); }
            fn:{{second.Name}}:entry { sample 10%; capture(n); }
            """));
        for (int i = 0; i < Requests; i++)
        {
            using var scope = engine.Requests.Begin();
            first.Enter(i).Exit();
            second.Enter(i).Exit();
        }

        engine.Flush();
        var kept = sink.Captures.ToLookup(capture => capture.Probe.Id, capture => (long)capture.Fields[0].Value.ToObject()!);
        Assert.Equal(kept["probe_0"], kept["probe_1"]);
        Assert.Subset(kept["probe_0"].ToHashSet(), kept["probe_2"].ToHashSet());
        // Five standard deviations and more.
        Assert.InRange(kept["probe_0"].Count(), 0.28 * Requests, 0.32 * Requests);
        Assert.InRange(kept["probe_2"].Count(), 0.085 * Requests, 0.115 * Requests);
        Assert.All(installation.Status, status => Assert.Equal(Requests, status.Statistics.Fired + status.Statistics.SampledOut));
    }

    [Fact]
    public void OutsideRequestsEveryHitIsDecidedByItself()
    {
        using var engine = new ProbeEngine(new ProbeEngineOptions { CpuShare = 1.0 });
        var site = ProbeSite.For<int>(Sites.NewName(), "n");
        var installation = engine.Install(HogTraceProgram.Compile($"fn:{site.Name}:entry {{ sample 25%; $req.n = n; }}"));
        for (int i = 0; i < Requests; i++)
            site.Enter(i).Exit();
        var statistics = installation.Status[0].Statistics;
        Assert.InRange(statistics.Fired, 0.23 * Requests, 0.27 * Requests);
        Assert.Equal(Requests, statistics.Hits);
    }
}
