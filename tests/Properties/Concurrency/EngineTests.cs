namespace HogTrace.Tests.Properties.Concurrency;

/// <summary>Engines come and go while sites are hit, and don't disturb each other.</summary>
public sealed class EngineTests
{
    [Theory]
    [InlineData("exit / arg0 % 8 == 0 / { capture(n, retval); }", -1)]
    [InlineData("entry / arg0 % 8 == 0 / { capture(n, n * 2); }", 0)]
    public void DisposalUnderFireLosesNothingUncounted(string code, int tierUpAfter)
    {
        var site = ProbeSite.For<int>(Sites.NewName(), "n");
        var program = HogTraceProgram.Compile($"fn:{site.Name}:{code}");
        bool isDone = false;
        var engines = new List<(DeliveryStatistics Delivery, long Captures)>();
        var ended = new List<(ProbeEngine Engine, Installation Installation)>();
        Threads.RunAll(
        [
            () =>
            {
                for (int i = 0; i < 50; i++)
                {
                    var engine = new ProbeEngine(new ProbeEngineOptions { CpuShare = 1.0, QueueCapacity = 64, TierUpAfter = tierUpAfter });
                    engine.Sinks.Add(new CountingSink());
                    ended.Add((engine, engine.Install(program)));
                    Thread.Sleep(2);
                    engine.Dispose();
                }

                Volatile.Write(ref isDone, true);
            },
            .. Threads.Times(8, own =>
            {
                for (int i = own; !Volatile.Read(ref isDone); i++)
                    site.Enter(i).Exit(i);
            }),
        ]);
        engines.AddRange(ended.Select(pair => (pair.Engine.Delivery, pair.Installation.Status[0].Statistics.Captures)));
        Assert.False(site.IsProbed);
        Assert.All(engines, engine => Assert.Equal(engine.Captures, engine.Delivery.Delivered + engine.Delivery.Dropped));
        Assert.Contains(engines, engine => engine.Captures > 0);
    }

    [Fact]
    public void InstallingWhileDisposingLeavesNothingBehind()
    {
        var site = ProbeSite.For<int>(Sites.NewName(), "n");
        var program = HogTraceProgram.Compile($"fn:{site.Name}:entry {{ capture(n); }}");
        for (int i = 0; i < 300; i++)
        {
            var engine = new ProbeEngine();
            Threads.RunAll(
                engine.Dispose,
                () =>
                {
                    try
                    {
                        engine.Install(program);
                    }
                    catch (ObjectDisposedException)
                    {
                    }
                });
            Assert.False(site.IsProbed);
        }
    }

    [Fact]
    public void FlushingWhileEventsAreRejectedComesBack()
    {
        using var engine = new ProbeEngine(new ProbeEngineOptions { QueueCapacity = 1, CpuShare = 1.0 });
        engine.Sinks.Add(new CountingSink());
        var site = ProbeSite.For<int>(Sites.NewName(), "n");
        engine.Install(HogTraceProgram.Compile($"fn:{site.Name}:entry {{ capture(n); }}"));
        for (int round = 0; round < 200; round++)
        {
            Threads.RunAll(
            [
                .. Threads.Times(4, _ =>
                {
                    for (int i = 0; i < 200; i++)
                        site.Enter(i).Exit();
                }),
                engine.Flush,
            ]);
        }

        Assert.Equal(200 * 800, engine.Delivery.Sent);
    }

    [Fact]
    public void EnginesAtOneSiteAreIndependent()
    {
        var site = ProbeSite.For<int>(Sites.NewName(), "n");
        using var faulty = new ProbeEngine();
        using var sound = new ProbeEngine(new ProbeEngineOptions { CpuShare = 1.0 });
        var sink = new KeepingSink();
        sound.Sinks.Add(sink);
        var broken = faulty.Install(HogTraceProgram.Compile($"fn:{site.Name}:entry {{ $req.x = arg0; capture(1 / (n - n)); }}"));
        var good = sound.Install(HogTraceProgram.Compile($"fn:{site.Name}:entry {{ capture(n=n, x=$req.x); }}"));
        for (int i = 0; i < 500; i++)
        {
            site.Enter(i).Exit();
            if (i == 300)
                faulty.Dispose();
        }

        sound.Flush();
        Assert.NotNull(broken.Status[0].Statistics.SwitchedOff);
        Assert.Equal(500, good.Status[0].Statistics.Fired);
        Assert.Equal(Enumerable.Range(0, 500), sink.Captures.Select(capture => (int)(long)capture.Fields[0].Value.ToObject()!));
        Assert.All(sink.Captures, capture => Assert.Null(capture.Fields[1].Value.ToObject()));
        Assert.True(site.IsProbed);
    }
}
