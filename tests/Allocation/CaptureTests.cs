namespace HogTrace.Tests.Allocation;

/// <summary>A capture of strings, numbers and truth values allocates nothing on the thread of the probe.</summary>
public sealed class CaptureTests
{
    private static readonly string[] s_paths = [.. Enumerable.Range(0, 64).Select(i => $"/orders/{i}")];

    [Theory]
    [InlineData("capture(method=arg0, path=arg1, n=arg2)")]
    [InlineData("capture(arg2, arg2 * 2, arg2 * 0.5, arg2 > 5, arg0, arg1, None, 'x')")]
    [InlineData("capture(path=arg1); capture(n=arg2); send(arg0)")]
    public void OfScalars(string body)
    {
        using var engine = new ProbeEngine(new ProbeEngineOptions { CpuShare = 1.0 });
        var site = ProbeSite.For<string, string, long>($"Allocation.Capture{Guid.NewGuid():n}", "method", "path", "n");
        using var installation = engine.Install(HogTraceProgram.Compile($"fn:{site.Name}:entry {{ {body}; }}"));
        Assert.Equal(0, Hits.BytesOf(i => site.Enter("GET", s_paths[i & 63], i).Exit()));
        var statistics = installation.Status[0].Statistics;
        Assert.True(statistics.Fired >= Hits.Count);
        Assert.Equal(0, statistics.Faulted);
    }

    [Fact]
    public void WithinARequest()
    {
        using var engine = new ProbeEngine(new ProbeEngineOptions { CpuShare = 1.0 });
        var site = ProbeSite.For<long>($"Allocation.Capture{Guid.NewGuid():n}", "n");
        using var installation = engine.Install(HogTraceProgram.Compile($"fn:{site.Name}:entry {{ capture(n); }}"));
        using var scope = engine.Requests.Begin();
        Assert.Equal(0, Hits.BytesOf(i => site.Enter(i).Exit()));
        Assert.True(installation.Status[0].Statistics.Fired >= Hits.Count);
    }

    [Theory]
    [InlineData("{ capture(method=arg0, path=arg1, n=arg2); }")]
    [InlineData("/ arg2 % 2 == 0 / { capture(arg0, arg1, arg2 * 0.5, arg2 > 5); }")]
    public void ByCompiledCode(string code)
    {
        using var engine = new ProbeEngine(new ProbeEngineOptions { CpuShare = 1.0, TierUpAfter = 0 });
        var site = ProbeSite.For<string, string, long>($"Allocation.Capture{Guid.NewGuid():n}", "method", "path", "n");
        using var installation = engine.Install(HogTraceProgram.Compile($"fn:{site.Name}:entry {code}"));
        Assert.NotNull(site.Installed!.Entry[0].CompiledCapture);
        Assert.Equal(0, Hits.BytesOf(i => site.Enter("GET", s_paths[i & 63], i).Exit()));
        Assert.True(installation.Status[0].Statistics.Fired >= Hits.Count / 2);
    }
}
