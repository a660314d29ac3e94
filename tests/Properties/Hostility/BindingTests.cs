namespace HogTrace.Tests.Properties.Hostility;

/// <summary>What can't be honoured at a site is said when it is installed.</summary>
public sealed class BindingTests
{
    [Fact]
    public void AnOffsetIsRejectedWithAReason()
    {
        using var engine = new ProbeEngine();
        var site = ProbeSite.For<int>(Sites.NewName(), "n");
        var status = engine.Install(HogTraceProgram.Compile($"fn:{site.Name}:entry+5 {{ capture(n); }}")).Status[0];
        Assert.Empty(status.Sites);
        Assert.Contains("+5", Assert.Single(status.Problems), StringComparison.Ordinal);
        Assert.False(site.IsProbed);
    }

    [Theory]
    [InlineData("ordr", "'order'")]
    [InlineData("arg2", "arg0 to arg1")]
    public void AnUnknownNameIsRejectedWithTheNearest(string name, string expected)
    {
        using var engine = new ProbeEngine();
        var site = ProbeSite.For<int, string>(Sites.NewName(), "order", "customer");
        var installation = engine.Install(HogTraceProgram.Compile($"fn:{site.Name}:entry / {name} == 1 / {{ }} fn:{site.Name}:exit {{ capture(order); }}"));
        var rejected = installation.Status[0];
        Assert.Empty(rejected.Sites);
        string problem = Assert.Single(rejected.Problems);
        Assert.Contains(site.Name, problem, StringComparison.Ordinal);
        Assert.Contains(expected, problem, StringComparison.Ordinal);
        Assert.Equal([site.Name], installation.Status[1].Sites);
    }

    [Fact]
    public void SitesMadeLaterAreBound()
    {
        using var engine = new ProbeEngine();
        string prefix = Sites.NewName("Made");
        var installation = engine.Install(HogTraceProgram.Compile($"fn:{prefix}.*Async:entry {{ $req.n = arg0; }} fn:{prefix}.**:entry {{ $req.m = 1; }}"));
        Assert.All(installation.Status, status => Assert.Empty(status.Sites));
        var matching = ProbeSite.For<int>($"{prefix}.RunAsync", "n");
        var other = ProbeSite.For<int>($"{prefix}.Deep.Run", "n");
        matching.Enter(1).Exit();
        other.Enter(1).Exit();
        Assert.Equal([matching.Name], installation.Status[0].Sites);
        Assert.Equal([matching.Name, other.Name], installation.Status[1].Sites);
        Assert.Equal((1, 2), (installation.Status[0].Statistics.Fired, installation.Status[1].Statistics.Fired));
        installation.Dispose();
        Assert.False(matching.IsProbed || other.IsProbed);
        Assert.False(ProbeSite.For<int>($"{prefix}.LaterAsync", "n").IsProbed);
    }
}
