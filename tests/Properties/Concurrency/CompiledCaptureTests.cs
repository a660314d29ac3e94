namespace HogTrace.Tests.Properties.Concurrency;

/// <summary>Every capture of compiled code is delivered, or dropped and counted, whatever threads and sinks do.</summary>
public sealed class CompiledCaptureTests
{
    private const int PerThread = 300_000;

    [Theory]
    [InlineData(8_192, 0)]
    [InlineData(64, 0)]
    [InlineData(1, 0)]
    [InlineData(1_000, 5)]
    public void TwoThreadsAreAccountedForExactly(int queueCapacity, int failEvery)
    {
        using var engine = new ProbeEngine(new ProbeEngineOptions { CpuShare = 1.0, TierUpAfter = 0, QueueCapacity = queueCapacity });
        var sink = new CountingSink(fails: failEvery == 0 ? null : batch => batch % failEvery == 0);
        engine.Sinks.Add(sink);
        var site = ProbeSite.For<string, long>(Sites.NewName(), "s", "n");
        var installation = engine.Install(HogTraceProgram.Compile($"fn:{site.Name}:entry / n % 3 != 0 / {{ capture(s, n, n * 2); }}"));
        Assert.NotNull(site.Installed!.Entry[0].CompiledCapture);
        Threads.RunAll(Threads.Times(2, _ =>
        {
            for (int i = 0; i < PerThread; i++)
                site.Enter("x", i).Exit();
        }));
        engine.Flush();
        const int fired = 2 * (PerThread - (PerThread / 3));
        var delivery = engine.Delivery;
        var statistics = installation.Status[0].Statistics;
        Assert.Equal((fired, fired, 0), (statistics.Fired, statistics.Captures, statistics.Faulted));
        Assert.Equal((fired, fired), (delivery.Sent, delivery.Delivered + delivery.Dropped));
        Assert.Equal(sink.Taken, delivery.Delivered);
        Assert.Equal((failEvery > 0, 0), (delivery.DroppedSinkFailed > 0, delivery.DroppedStopped));
    }

    [Fact]
    public void WhatComesAfterTheEndIsCountedAsStopped()
    {
        var engine = new ProbeEngine(new ProbeEngineOptions { CpuShare = 1.0, TierUpAfter = 0 });
        var site = ProbeSite.For<int>(Sites.NewName(), "n");
        var installation = engine.Install(HogTraceProgram.Compile($"fn:{site.Name}:entry {{ capture(n); }}"));
        site.Enter(1).Exit();
        site.Enter(2).Exit();
        // Calls that have found the probe before it was uninstalled.
        var probe = site.Installed!.Entry[0];
        engine.Dispose();
        var code = (IlBackend.SiteCode<int>)probe.Compiled!;
        Assert.Equal(IlBackend.SiteOutcome.Done, code(3));
        Assert.Equal(IlBackend.SiteOutcome.Done, code(4));
        Assert.Equal(new DeliveryStatistics(4, 2, 0, 0, 2), engine.Delivery);
        Assert.Equal((4, 4), (installation.Status[0].Statistics.Fired, installation.Status[0].Statistics.Captures));
    }

    [Fact]
    public void AnAnswerOfOneProbeIsNotTakenForAnothers()
    {
        using var compiled = new ProbeEngine(new ProbeEngineOptions { CpuShare = 1.0, TierUpAfter = 0 });
        using var interpreted = new ProbeEngine(new ProbeEngineOptions { CpuShare = 1.0, TierUpAfter = -1 });
        var site = ProbeSite.For<long>(Sites.NewName(), "n");
        compiled.Install(HogTraceProgram.Compile(
            $"fn:{site.Name}:entry / n * 3 > 0 / {{ $req.n = n; }} fn:{site.Name}:entry / n == 5 / {{ capture(n); }}"));
        interpreted.Install(HogTraceProgram.Compile($"fn:{site.Name}:entry / n == 5 / {{ capture(n); }}"));
        var probes = site.Installed!.Entry;
        var code = (IlBackend.SiteCode<long>)probes[0].Compiled!;
        var (fires, needsContext) = (code(1), code(long.MaxValue));
        Assert.Equal([true, false, false], probes.Select(probe => probe.HasAnswered(fires, IlBackend.SiteOutcome.Fires)));
        Assert.Equal([true, false, false], probes.Select(probe => probe.HasAnswered(needsContext, IlBackend.SiteOutcome.NeedsContext)));
        Assert.All(probes, probe => Assert.True(probe.IsLeft(needsContext)));
    }

    // A thread that has asked the only probe's code can find another beside it, or in its place, by the time it looks.
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void ProbesThatComeWhileAnotherFiresDecideForThemselves(int tierUpAfter)
    {
        using var lasting = new ProbeEngine(new ProbeEngineOptions { CpuShare = 1.0, TierUpAfter = 0 });
        using var changing = new ProbeEngine(new ProbeEngineOptions { CpuShare = 1.0, TierUpAfter = tierUpAfter });
        var site = ProbeSite.For<long>(Sites.NewName(), "n");
        lasting.Install(HogTraceProgram.Compile($"fn:{site.Name}:entry / n * 3 > 0 / {{ $req.n = n; }}"));
        var program = HogTraceProgram.Compile($"fn:{site.Name}:entry / n == -7 / {{ capture(n); }}");
        bool isDone = false;
        long captures = 0;
        Threads.RunAll(
        [
            () =>
            {
                for (int i = 0; i < 500; i++)
                {
                    using var installation = changing.Install(program);
                    Thread.SpinWait(100);
                    captures += installation.Status[0].Statistics.Captures;
                }

                Volatile.Write(ref isDone, true);
            },
            .. Threads.Times(4, _ =>
            {
                for (long i = 1; !Volatile.Read(ref isDone); i++)
                    site.Enter(i % 128 == 0 ? long.MaxValue - 1 : i).Exit();
            }),
        ]);
        Assert.Equal(0, captures);
    }

    [Fact]
    public void FieldsOfTwoThreadsDoNotMix()
    {
        using var engine = new ProbeEngine(new ProbeEngineOptions { CpuShare = 1.0, TierUpAfter = 0 });
        var sink = new KeepingSink();
        engine.Sinks.Add(sink);
        var site = ProbeSite.For<string, long, bool>(Sites.NewName(), "thread", "n", "isEven");
        var installation = engine.Install(HogTraceProgram.Compile($"fn:{site.Name}:entry {{ capture(thread, n, isEven); }}"));
        Threads.RunAll(Threads.Times(2, thread =>
        {
            for (int i = 0; i < 100_000; i++)
                site.Enter($"t{thread}", (i * 2) + thread, thread == 0).Exit();
        }));
        engine.Flush();
        Assert.Equal(200_000, installation.Status[0].Statistics.Fired);
        foreach (var thread in sink.Captures.GroupBy(capture => (string)capture.Fields[0].Value.ToObject()!))
        {
            int parity = thread.Key == "t0" ? 0 : 1;
            Assert.Single(thread.Select(capture => capture.ThreadId).Distinct());
            Assert.All(thread, capture => Assert.Equal((long)parity, (long)capture.Fields[1].Value.ToObject()! & 1));
            Assert.All(thread, capture => Assert.Equal(parity == 0, capture.Fields[2].Value.ToObject()));
            long[] numbers = [.. thread.Select(capture => (long)capture.Fields[1].Value.ToObject()!)];
            Assert.Equal(numbers.Order(), numbers);
        }
    }
}
