using HogTrace.Runtime;

namespace HogTrace.Tests.Unit.Diagnostics;

public sealed class StatisticsTests
{
    private static readonly ProbeEngineOptions s_options = new() { CpuShare = 1 };

    [Theory]
    [InlineData(0, ProbeTier.Compiled)]
    [InlineData(-1, ProbeTier.Interpreted)]
    public void The_tier_is_what_hits_run_on_now(int after, ProbeTier tier)
    {
        ProbeSite.For<int>($"Test.Statistics.Tier{tier}", "n");
        using var engine = new ProbeEngine(s_options with { TierUpAfter = after });
        var statistics = engine.Install(HogTraceProgram.Compile($"fn:Test.Statistics.Tier{tier}:entry / n > 5 / {{ }}")).Status[0].Statistics;
        Assert.Equal(tier, statistics.Tier);
        Assert.Equal(tier == ProbeTier.Compiled, statistics.Compilations > 0);
        Assert.Equal(tier == ProbeTier.Compiled, statistics.CompileTime > TimeSpan.Zero);
        Assert.Equal(0, statistics.FormsGivenUp);
    }

    [Fact]
    public void A_form_that_was_given_up_leaves_the_probe_interpreted()
    {
        var site = ProbeSite.For<long>("Test.Statistics.GivenUp", "n");
        using var engine = new ProbeEngine(s_options with { TierUpAfter = 0 });
        var installation = engine.Install(HogTraceProgram.Compile("fn:Test.Statistics.GivenUp:entry / n * 3 + 1 == 7 / { }"));
        for (int i = 0; i < 300; i++)
            site.Enter(1L << 40);
        Assert.InRange(installation.Status[0].Statistics.FormsGivenUp, 1, 2);
    }

    [Fact]
    public void Faults_are_counted_by_kind()
    {
        var site = ProbeSite.For<int>("Test.Statistics.Faults", "n");
        using var engine = new ProbeEngine(s_options);
        var installation = engine.Install(HogTraceProgram.Compile(
            "fn:Test.Statistics.Faults:entry { capture(10 / n); capture(args[n]); }"));
        for (int i = 0; i < 9; i++)
            site.Enter(i % 3);
        var statistics = installation.Status[0].Statistics;
        Assert.Equal(9, statistics.Faulted);
        Assert.Equal("DivisionByZero 3, IndexOutOfRange 6", statistics.FaultsByKind.ToString());
        Assert.Equal((3, 6, 0), (
            statistics.FaultsByKind[FaultKind.DivisionByZero],
            statistics.FaultsByKind[FaultKind.IndexOutOfRange],
            statistics.FaultsByKind[FaultKind.Overflow]));
        Assert.Equal(statistics, installation.Status[0].Statistics);
        Assert.NotEqual(FaultCounts.None, statistics.FaultsByKind);
    }
}
