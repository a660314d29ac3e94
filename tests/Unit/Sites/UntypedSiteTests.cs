using HogTrace.Runtime;

namespace HogTrace.Tests.Unit.Sites;

/// <summary>Sites whose arguments are values of the language.</summary>
public sealed class UntypedSiteTests
{
    private static int s_sites;

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void EntryAndExitSeeTheArguments(int tierUpAfter)
    {
        using var engine = Engine(tierUpAfter, out var sink);
        var site = ProbeSite.ForUntyped(NewName(), "user", "n");
        Install(engine, site, "entry / n > 5 / { capture(user, n); }", "exit / n > 5 || retval == 'r3' / { capture(arg0, n, retval, exception); }");
        for (int i = 0; i < 2_000; i++)
        {
            Value[] arguments = ["ada", i % 10];
            var call = site.Enter(arguments);
            arguments[1] = 100;
            Assert.Equal($"r{i % 10}", call.Exit($"r{i % 10}").ToObject());
        }

        engine.Flush();
        Assert.Equal(800 + 1_000, sink.Captures.Count);
        Assert.All(sink.Captures, capture => Assert.Equal("ada", capture.Fields[0].Value.ToObject()));
        Assert.Equal(200, sink.Captures.Count(capture => capture.Fields.Count == 4 && Equals(capture.Fields[1].Value.ToObject(), 3L)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void MissingArgumentsAreNoneAndMoreAreIgnored(int tierUpAfter)
    {
        using var engine = Engine(tierUpAfter, out var sink);
        var site = ProbeSite.ForUntyped(NewName(), "a", "b");
        Install(engine, site, "entry { capture(a, b, self, len(args)); }", "exit { capture(a, b, self, retval); }");
        site.Enter([]).Exit();
        site.Enter([1]).Exit(7);
        site.Enter([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]).Exit(7);
        engine.Flush();
        Assert.Equal(
            ["None None None 2", "None None None None", "1 None None 2", "1 None None 7", "1 2 None 2", "1 2 None 7"],
            sink.Captures.Select(capture => string.Join(' ', capture.Fields.Select(field => field.Value.ToString()))));
    }

    [Theory]
    [InlineData(12)]
    [InlineData(40)]
    [InlineData(60)]
    public void ManyArguments(int count)
    {
        using var engine = Engine(0, out var sink);
        var site = ProbeSite.ForUntyped(NewName(), [.. Enumerable.Range(0, count).Select(i => $"p{i}")]);
        Install(engine, site, $"entry / p{count - 1} == {count - 1} / {{ capture(p0, p{count - 1}); }}", $"exit / duration >= 0.0 / {{ capture(p{count - 1}, retval); }}");
        Value[] arguments = [.. Enumerable.Range(0, count).Select(i => (Value)i)];
        site.Enter(arguments).Exit("r");
        engine.Flush();
        Assert.Equal([0L, count - 1L], sink.Captures[0].Fields.Select(field => field.Value.ToObject()));
        Assert.Equal([count - 1L, "r"], sink.Captures[1].Fields.Select(field => field.Value.ToObject()));
    }

    [Fact]
    public void MoreParametersThanAreSupportedAreRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ProbeSite.ForUntyped(NewName(), [.. Enumerable.Range(0, 61).Select(i => $"p{i}")]));

    [Fact]
    public void ParametersWithoutNamesAreRefused()
    {
        Assert.Throws<ArgumentNullException>(() => ProbeSite.ForUntyped(NewName(), "a", null!));
        Assert.Throws<ArgumentNullException>(() => ProbeSite.For<int>(NewName(), null!));
    }

    [Fact]
    public void UnknownNamesAreProblems()
    {
        using var engine = Engine(0, out _);
        var site = ProbeSite.ForUntyped(NewName(), "user");
        var installation = engine.Install(HogTraceProgram.Compile(
            $"fn:{site.Name}:entry {{ capture(usr); }} fn:{site.Name}:entry {{ capture(arg1); }} fn:{site.Name}:entry {{ capture(user); }}"));
        Assert.Contains("did you mean 'user'", Assert.Single(installation.Status[0].Problems), StringComparison.Ordinal);
        Assert.Single(installation.Status[1].Problems);
        Assert.Equal([site.Name], installation.Status[2].Sites);
    }

    [Fact]
    public void FailureRunsExitProbes()
    {
        using var engine = Engine(0, out var sink);
        var site = ProbeSite.ForUntyped(NewName(), "n");
        Install(engine, site, "exit / exception != None / { capture(n, exception.Message, retval); }");
        Assert.False(site.Enter([5]).Fail(new InvalidOperationException("wrong")));
        engine.Flush();
        Assert.Equal([5L, "wrong", null], Assert.Single(sink.Captures).Fields.Select(field => field.Value.ToObject()));
    }

    [Fact]
    public void ACallEndsOnce()
    {
        using var engine = Engine(0, out var sink);
        var site = ProbeSite.ForUntyped(NewName(), "n");
        Install(engine, site, "exit { capture(n); }");
        var first = site.Enter([1]);
        var nested = site.Enter([2]);
        nested.Exit();
        nested.Exit();
        first.Exit();
        var other = site.Enter([3]);
        first.Exit();
        nested.Fail(new InvalidOperationException());
        other.Exit();
        engine.Flush();
        Assert.Equal([2L, 1L, 3L], sink.Captures.Select(capture => capture.Fields[0].Value.ToObject()));
    }

    [Fact]
    public void RequestsAndObjects()
    {
        using var engine = Engine(0, out var sink);
        var site = ProbeSite.ForUntyped(NewName(), "order");
        Install(engine, site, "entry { $req.total = order.Total; }", "exit { capture($req.total); }");
        using (engine.Requests.Begin("r1"))
            site.Enter([Value.FromObject(new Order(12))]).Exit();
        engine.Flush();
        var capture = Assert.Single(sink.Captures);
        Assert.Equal(("r1", 12L), (capture.RequestId, capture.Fields[0].Value.ToObject()));
    }

    [Fact]
    public void WithoutProbesNothingHappens()
    {
        var site = ProbeSite.ForUntyped(NewName(), "n");
        Assert.False(site.IsProbed);
        Assert.Equal(3L, site.Enter([1]).Exit(3).ToObject());
    }

    [Fact]
    public void ThreadsKeepTheirCallsApart()
    {
        using var engine = new ProbeEngine(new ProbeEngineOptions { CpuShare = 1, TierUpAfter = 0 });
        var site = ProbeSite.ForUntyped(NewName(), "n", "m");
        var installation = engine.Install(HogTraceProgram.Compile($"fn:{site.Name}:exit / n != retval || m != 2 * n / {{ }}"));
        Parallel.For(0, 8, thread =>
        {
            for (int i = 0; i < 20_000; i++)
            {
                Value n = (thread * 100_000) + i;
                site.Enter([n, 2 * ((thread * 100_000) + i)]).Exit(n);
            }
        });
        Assert.Equal((0, 0), (installation.Status[0].Statistics.Fired, installation.Status[0].Statistics.Faulted));
    }

    private static void Install(ProbeEngine engine, ProbeSite site, params string[] probes)
    {
        var installation = engine.Install(HogTraceProgram.Compile(string.Join(' ', probes.Select(probe => $"fn:{site.Name}:{probe}"))));
        Assert.All(installation.Status, status => Assert.Empty(status.Problems));
    }

    private static ProbeEngine Engine(int tierUpAfter, out ListSink sink)
    {
        var engine = new ProbeEngine(new ProbeEngineOptions { CpuShare = 1, TierUpAfter = tierUpAfter });
        engine.Sinks.Add(sink = new ListSink());
        return engine;
    }

    private static string NewName() => $"Test.Untyped.Site{Interlocked.Increment(ref s_sites)}.Run";

    private sealed record Order(int Total);
}
