using System.Diagnostics;
using HogTrace.Runtime;

namespace HogTrace.Tests.Properties.Hostility;

/// <summary>Probes may not spend more of a core than their share. Alone on the machine: load by other tests is cost here.</summary>
[Collection(nameof(CpuShareTests))]
public sealed class CpuShareTests
{
    [Fact]
    public void AnExpensiveProbeIsSwitchedOff()
    {
        using var engine = new ProbeEngine(new ProbeEngineOptions { Members = MemberPolicy.PublicGetters });
        var site = ProbeSite.For<Slow>(Sites.NewName(), "value");
        var installation = engine.Install(HogTraceProgram.Compile($"fn:{site.Name}:entry / value.Number == 8 / {{ }}"));
        var slow = new Slow();
        var clock = Stopwatch.StartNew();
        while (installation.Status[0].Statistics.SwitchedOff is null && clock.Elapsed < TimeSpan.FromSeconds(30))
            site.Enter(slow).Exit();
        string? reason = installation.Status[0].Statistics.SwitchedOff;
        Assert.Contains("of a core", reason, StringComparison.Ordinal);
        int reads = slow.Reads;
        for (int i = 0; i < 1_000; i++)
            site.Enter(slow).Exit();
        Assert.Equal(reads, slow.Reads);
    }

    [Fact]
    public void ACheapProbeUnderModestLoadStays()
    {
        using var engine = new ProbeEngine();
        var site = ProbeSite.For<string, int>(Sites.NewName(), "role", "n");
        var installation = engine.Install(HogTraceProgram.Compile(
            $"fn:{site.Name}:entry / role == 'admin' / {{ capture(n); }} fn:{site.Name}:exit / (n * 3 + 1) % 7 == 9 / {{ capture(retval); }}"));
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < TimeSpan.FromSeconds(2.5))
        {
            for (int i = 0; i < 20; i++)
                site.Enter("guest", i).Exit(i);
            Thread.Sleep(1);
        }

        Assert.All(installation.Status, status => Assert.Null(status.Statistics.SwitchedOff));
        Assert.All(installation.Status, status => Assert.True(status.Statistics.PredicateFalse > 100));
    }

    [Fact]
    public void AShareOfOneMeansNoBound()
    {
        using var engine = new ProbeEngine(new ProbeEngineOptions { Members = MemberPolicy.PublicGetters, CpuShare = 1.0 });
        var site = ProbeSite.For<Slow>(Sites.NewName(), "value");
        var installation = engine.Install(HogTraceProgram.Compile($"fn:{site.Name}:entry / value.Number == 8 / {{ }}"));
        var slow = new Slow();
        for (int i = 0; i < 300; i++)
            site.Enter(slow).Exit();
        Assert.Equal((300, null), (slow.Reads, installation.Status[0].Statistics.SwitchedOff));
    }

    private sealed class Slow
    {
        public int Reads { get; private set; }

        public int Number
        {
            get
            {
                Reads++;
                var clock = Stopwatch.StartNew();
                while (clock.Elapsed < TimeSpan.FromMilliseconds(2))
                    Thread.SpinWait(50);
                return 7;
            }
        }
    }
}

[CollectionDefinition(nameof(CpuShareTests), DisableParallelization = true)]
public sealed class CpuShareCollection;
