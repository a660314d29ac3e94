namespace HogTrace.Tests.Properties.Hostility;

/// <summary>Probes that do nothing but fault are switched off, and their faults don't flood the sinks.</summary>
public sealed class CircuitBreakerTests
{
    [Theory]
    [InlineData(1_000)]
    [InlineData(0)]
    public void AHundredFaultsInARowSwitchTheProbeOff(int tierUpAfter)
    {
        using var engine = new ProbeEngine(new ProbeEngineOptions { CpuShare = 1.0, TierUpAfter = tierUpAfter });
        var site = ProbeSite.For<int>(Sites.NewName(), "n");
        var installation = engine.Install(HogTraceProgram.Compile(
            $$"""
            fn:{{site.Name}}:entry { capture(n / 0); }
            fn:{{site.Name}}:entry / (n / 0) == 1 / { }
            fn:{{site.Name}}:entry { capture(1 / (n - n)); }
            fn:{{site.Name}}:entry / n >= 0 / { capture(1 / (n - n)); }
            fn:{{site.Name}}:entry { capture(n); }
            """));
        for (int i = 0; i < 250; i++)
            site.Enter(i).Exit();
        foreach (var status in installation.Status.Take(4))
        {
            Assert.Equal(100, status.Statistics.Faulted);
            Assert.Contains("100 times in a row", status.Statistics.SwitchedOff, StringComparison.Ordinal);
            Assert.Contains("DivisionByZero", status.Statistics.SwitchedOff, StringComparison.Ordinal);
        }

        Assert.Equal((250, null), (installation.Status[4].Statistics.Fired, installation.Status[4].Statistics.SwitchedOff));
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(0)]
    public void ACleanRunBetweenStartsTheCountAnew(int tierUpAfter)
    {
        using var engine = new ProbeEngine(new ProbeEngineOptions { CpuShare = 1.0, TierUpAfter = tierUpAfter });
        var site = ProbeSite.For<int>(Sites.NewName(), "n");
        var installation = engine.Install(HogTraceProgram.Compile(
            $"fn:{site.Name}:entry {{ capture(1 / n); }} fn:{site.Name}:entry / n >= 0 && (1 / n) == 7 / {{ }}"));
        for (int i = 0; i < 1_000; i++)
            site.Enter(i % 100 == 99 ? -1 : 0).Exit();
        Assert.All(installation.Status, status => Assert.Equal((990, null), (status.Statistics.Faulted, status.Statistics.SwitchedOff)));
    }

    [Fact]
    public void PredicatesThatAreFalseBetweenFaultsCountAsClean()
    {
        using var engine = new ProbeEngine(new ProbeEngineOptions { CpuShare = 1.0 });
        var site = ProbeSite.For<int>(Sites.NewName(), "n");
        var installation = engine.Install(HogTraceProgram.Compile($"fn:{site.Name}:entry / n >= 0 && (1 / n) == 7 / {{ }}"));
        for (int i = 0; i < 2_000; i++)
            site.Enter(i % 5 == 0 ? 0 : -1).Exit();
        Assert.Equal((400, null), (installation.Status[0].Statistics.Faulted, installation.Status[0].Statistics.SwitchedOff));
    }

    [Fact]
    public void FaultsAreReportedOnceAnInterval()
    {
        using var engine = new ProbeEngine(new ProbeEngineOptions { FaultReportInterval = TimeSpan.FromHours(1), FaultsInARow = int.MaxValue });
        var sink = new KeepingSink();
        engine.Sinks.Add(sink);
        var site = ProbeSite.For<int>(Sites.NewName(), "n");
        engine.Install(HogTraceProgram.Compile($"fn:{site.Name}:entry {{ capture(1 / n); capture(args[n]); }}"));
        for (int i = 0; i < 500; i++)
            site.Enter(i % 2).Exit();
        engine.Flush();
        var faults = sink.Events.OfType<FaultEvent>().ToArray();
        Assert.Equal(2, faults.Length);
        Assert.Equal(2, faults.Select(fault => fault.Fault.Kind).Distinct().Count());
        Assert.All(faults, fault => Assert.Equal((0, 1), (fault.Unreported, fault.Fault.Line)));
    }

    [Fact]
    public void TheNextReportCountsThoseThatWereLeftOut()
    {
        using var engine = new ProbeEngine(new ProbeEngineOptions { FaultReportInterval = TimeSpan.FromSeconds(1), FaultsInARow = int.MaxValue, CpuShare = 1.0 });
        var sink = new KeepingSink();
        engine.Sinks.Add(sink);
        var site = ProbeSite.For<int>(Sites.NewName(), "n");
        var installation = engine.Install(HogTraceProgram.Compile($"fn:{site.Name}:entry {{ capture(1 / n); }}"));
        for (int i = 0; i < 300; i++)
            site.Enter(0).Exit();
        Thread.Sleep(1_100);
        site.Enter(0).Exit();
        engine.Flush();
        var faults = sink.Events.OfType<FaultEvent>().ToArray();
        Assert.True(faults.Length >= 2);
        Assert.Equal(installation.Status[0].Statistics.Faulted, faults.Length + faults.Sum(fault => fault.Unreported));
    }
}
