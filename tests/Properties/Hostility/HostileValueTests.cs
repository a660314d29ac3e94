using System.Collections;
using System.Collections.Concurrent;
using HogTrace.Runtime;
using HogTrace.Tests.Properties.Generation;

namespace HogTrace.Tests.Properties.Hostility;

/// <summary>What code of the host throws while a probe looks at its values never reaches the caller.</summary>
public sealed class HostileValueTests
{
    public static TheoryData<string> Probes { get; } =
    [
        "/ arg0.Name == 1 / { }", "/ arg0.Inner.x == 1 / { }", "/ arg0[0] == 1 / { }", "/ arg0['x'] == 1 / { }", "/ arg0.x == 1 / { }",
        "/ len(arg0) > 1 / { }", "/ arg0 == arg1 / { }", "/ arg1 != arg0 / { }", "/ arg0 < arg1 / { }", "/ arg0 >= arg0 / { }",
        "/ contains(arg0, 1) / { }", "/ contains(arg0, arg1) / { }", "/ contains(arg2, arg0) / { }", "/ contains(arg3, arg0) / { }",
        "/ max(arg0) == 1 / { }", "/ max(arg2) == 1 / { }", "/ min(arg0, arg1) == 1 / { }", "/ str(arg0) == 'x' / { }", "/ arg0[1:] == 1 / { }",
        "/ startswith(arg0, 'a') / { }", "/ int(arg0) == 1 / { }", "/ float(arg0) == 1 / { }", "/ abs(arg0) == 1 / { }", "/ round(arg0) == 1 / { }",
        "/ arg0 ? True : False / { }", "/ !arg0 / { }", "/ !!arg2 && !!arg3 / { }", "/ arg3['x'] == 1 / { }", "/ arg3[arg0] == 1 / { }", "/ arg3.x == 1 / { }",
        "/ typename(arg0) == 'x' / { }", "/ kwargs.a.Name == 1 / { }", "/ arg4.Inner == 1 / { }", "/ arg4[0] == 1 / { }", "/ len(arg4) == 1 / { }",
        "{ capture(arg0); }", "{ capture(args); }", "{ capture(arg0.Name); }", "{ capture(locals); }", "{ capture(arg2, arg3, arg4); }",
        "{ $req.x = arg0; capture($req.x); }", "{ capture(arg4[0], arg4[-1], arg4[:1]); }", "{ capture(args[0].Count, args[1:]); }",
    ];

    [Theory]
    [MemberData(nameof(Probes))]
    public void NothingIsThrownIntoTheCaller(string probe)
    {
        foreach (var policy in Enum.GetValues<MemberPolicy>())
        {
            using var engine = new ProbeEngine(new ProbeEngineOptions { Members = policy });
            using var output = new StringWriter();
            engine.Sinks.Add(new JsonLinesSink(output));
            var site = ProbeSite.For<object, object, object, object, object>(Sites.NewName(), "a", "b", "c", "d", "e");
            var installation = engine.Install(HogTraceProgram.Compile($"fn:{site.Name}:entry {probe} fn:{site.Name}:exit {probe}"));
            for (int i = 0; i < 3; i++)
                Assert.Equal(i, Call(site, i));
            foreach (var status in installation.Status.Where(status => status.Sites.Count > 0))
                Assert.Equal(3, status.Statistics.Hits);
            engine.Flush();
            Assert.Equal(engine.Delivery.Sent, engine.Delivery.Delivered);
            Assert.DoesNotContain("the run failed with", output.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void AGetterThatHitsTheProbedSiteEndsThere()
    {
        using var engine = new ProbeEngine(new ProbeEngineOptions { Members = MemberPolicy.PublicGetters, CpuShare = 1.0 });
        var sink = new KeepingSink();
        engine.Sinks.Add(sink);
        var site = ProbeSite.For<Reentrant>(Sites.NewName(), "value");
        var installation = engine.Install(HogTraceProgram.Compile(
            $"fn:{site.Name}:entry / arg0.Name == 'n' / {{ capture(arg0.Name, arg0); }} fn:{site.Name}:exit {{ capture(arg0.Name); }}"));
        var value = new Reentrant(site);
        for (int i = 0; i < 10; i++)
            site.Enter(value).Exit();
        engine.Flush();
        Assert.All(installation.Status, status => Assert.Equal((10, 0), (status.Statistics.Fired, status.Statistics.Faulted)));
        Assert.Equal(20, sink.Captures.Count());
        Assert.True(value.Reads > 10);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void ACountThatThrowsIsAFault(int tierUpAfter)
    {
        using var engine = new ProbeEngine(new ProbeEngineOptions { CpuShare = 1.0, TierUpAfter = tierUpAfter });
        var site = ProbeSite.For<BlockingCollection<int>, ArrayList>(Sites.NewName(), "queue", "list");
        var installation = engine.Install(HogTraceProgram.Compile(
            $"fn:{site.Name}:entry / queue.Count > 5 / {{ }} fn:{site.Name}:entry / list.Count > 5 / {{ }}"));
        using var queue = new BlockingCollection<int>();
        for (int i = 0; i < 20; i++)
            site.Enter(queue, []).Exit();
        queue.Dispose();
        for (int i = 0; i < 20; i++)
            site.Enter(queue, ArrayList.Adapter(new HostileObject())).Exit();
        Assert.All(installation.Status, status => Assert.Equal((20, 20), (status.Statistics.PredicateFalse, status.Statistics.Faulted)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void AClockThatIsProbedItselfIsReadOnceACapture(int tierUpAfter)
    {
        var clock = new ProbedClock();
        using var engine = new ProbeEngine(new ProbeEngineOptions { CpuShare = 1.0, TierUpAfter = tierUpAfter, TimeProvider = clock });
        var sink = new KeepingSink();
        engine.Sinks.Add(sink);
        engine.Install(HogTraceProgram.Compile($"fn:{clock.Site.Name}:entry {{ capture(n); }}"));
        for (int i = 0; i < 3; i++)
            clock.Site.Enter(i).Exit();
        engine.Flush();
        Assert.Equal(3, clock.Reads);
        Assert.Equal([-1L, 0L, -1L, 1L, -1L, 2L], sink.Captures.Select(capture => capture.Fields[0].Value.ToObject()));
        Assert.All(sink.Captures, capture => Assert.Equal(capture.Fields[0].Value.ToObject() is >= 0L, capture.Timestamp == DateTimeOffset.UnixEpoch));
    }

    [Fact]
    public void AThrowingReturnValueOrExceptionIsNoMatter()
    {
        using var engine = new ProbeEngine(new ProbeEngineOptions { Members = MemberPolicy.PublicGetters });
        var site = ProbeSite.For(Sites.NewName());
        var installation = engine.Install(HogTraceProgram.Compile(
            $"fn:{site.Name}:exit / retval.Count == 1 || exception.Message == 'x' / {{ }} fn:{site.Name}:exit {{ capture(retval, exception); }}"));
        var hostile = new HostileObject();
        Assert.Same(hostile, site.Enter().Exit(hostile));
        Assert.False(site.Enter().Fail(new HostileException()));
        Assert.Equal(2, installation.Status[0].Statistics.Faulted);
        Assert.Equal(2, installation.Status[1].Statistics.Hits);
    }

    private static int Call(ProbeSite<object, object, object, object, object> site, int result)
    {
        var hostile = new HostileObject();
        var comparing = new Dictionary<object, object?>(new HostileComparer()) { };
        var call = site.Enter(hostile, new HostileObject(), new List<object> { hostile, 1 }, comparing, new object[] { hostile, comparing });
        return call.Exit(result);
    }

    private sealed class Reentrant(ProbeSite<Reentrant> site)
    {
        public int Reads { get; private set; }

        public string Name
        {
            get
            {
                Reads++;
                site.Enter(this).Exit();
                return "n";
            }
        }
    }

    private sealed class ProbedClock : TimeProvider
    {
        public ProbeSite<int> Site { get; } = ProbeSite.For<int>(Sites.NewName(), "n");

        public int Reads { get; private set; }

        public override DateTimeOffset GetUtcNow()
        {
            Reads++;
            Site.Enter(-1).Exit();
            return DateTimeOffset.UnixEpoch;
        }
    }

    private sealed class HostileComparer : IEqualityComparer<object>
    {
        bool IEqualityComparer<object>.Equals(object? x, object? y) => throw new InvalidOperationException("hostile");

        int IEqualityComparer<object>.GetHashCode(object obj) => throw new InvalidOperationException("hostile");
    }

    private sealed class HostileException : Exception
    {
        public override string Message => throw new InvalidOperationException("hostile");

        public override string ToString() => throw new InvalidOperationException("hostile");
    }
}
