namespace HogTrace.Tests.Properties.Concurrency;

/// <summary>Every capture is delivered or counted as dropped, whatever happens at the same time.</summary>
public sealed class DeliveryTests
{
    private const int Installers = 16;
    private const int Hitters = 48;
    private const int Rounds = 60;

    // More threads than cores can starve the one that delivers for any time: how many events wait is bounded only by
    // flushing. One hit in 16 is captured, by each probe that is installed just then.
    private const int HitsBetweenFlushes = 4096;

    [Fact]
    public void WithARoomyQueue() => Check(
        1 << 20,
        new CountingSink(),
        (delivery, captures) => Assert.Equal(captures, delivery.Delivered),
        flushes: true);

    [Fact]
    public void WithATinyQueueAndASlowSink() => Check(4, new CountingSink(TimeSpan.FromMilliseconds(2)), (delivery, _) =>
        Assert.True(delivery.DroppedQueueFull > 0));

    [Fact]
    public void WithASinkThatAlwaysThrows() => Check(1024, new CountingSink(fails: _ => true), (delivery, _) =>
        Assert.Equal(0, delivery.Delivered));

    [Fact]
    public void WithASinkThatThrowsNowAndThen() => Check(1024, new CountingSink(fails: batch => batch % 3 == 0), (delivery, _) =>
        Assert.True(delivery.DroppedSinkFailed > 0 && delivery.Delivered > 0));

    [Fact]
    public void WithASinkThatThrowsWhenItIsFlushed()
    {
        using var engine = new ProbeEngine();
        engine.Sinks.Add(new JsonLinesSink(new StreamWriter(new FullDisk())));
        var site = ProbeSite.For<int>(Sites.NewName(), "n");
        engine.Install(HogTraceProgram.Compile($"fn:{site.Name}:entry {{ capture(n); }}"));
        site.Enter(1).Exit();
        engine.Flush();
        Assert.Equal(new DeliveryStatistics(1, 0, 0, 1, 0), engine.Delivery);
    }

    private static void Check(int capacity, CountingSink sink, Action<DeliveryStatistics, long> checkMore, bool flushes = false)
    {
        using var engine = new ProbeEngine(new ProbeEngineOptions { QueueCapacity = capacity, CpuShare = 1.0 });
        engine.Sinks.Add(sink);
        var site = ProbeSite.For<int>(Sites.NewName(), "n");
        var installations = Enumerable.Range(0, Installers).Select(_ => new List<Installation>()).ToArray();
        HitWhileInstalling(engine, site, installations, flushes);
        Assert.False(site.IsProbed);

        var statistics = installations.SelectMany(list => list).Select(installation => installation.Status[0].Statistics).ToArray();
        Assert.All(statistics, one => Assert.Equal((one.Fired, 0, null), (one.Captures, one.Faulted, one.SwitchedOff)));
        long captures = statistics.Sum(one => one.Captures);
        Assert.True(captures > 0);
        engine.Flush();
        var delivery = engine.Delivery;
        Assert.Equal(captures, delivery.Sent);
        Assert.Equal(captures, delivery.Delivered + delivery.Dropped);
        Assert.Equal(sink.Taken, delivery.Delivered);
        checkMore(delivery, captures);
    }

    private static void HitWhileInstalling(ProbeEngine engine, ProbeSite<int> site, List<Installation>[] installations, bool flushes)
    {
        var program = HogTraceProgram.Compile($"fn:{site.Name}:entry / arg0 % 16 == 0 / {{ capture(n); }}");
        int installing = Installers;
        Threads.RunAll(
        [
            .. Threads.Times(Installers, own =>
            {
                for (int i = 0; i < Rounds; i++)
                {
                    var installation = engine.Install(program);
                    installations[own].Add(installation);
                    Thread.Sleep(i % 3);
                    installation.Dispose();
                }

                Interlocked.Decrement(ref installing);
            }),
            .. Threads.Times(Hitters, own =>
            {
                for (int i = own; Volatile.Read(ref installing) > 0; i++)
                {
                    if (site.Enter(i).Exit(i) != i)
                        throw new InvalidOperationException("the result changed");
                    if (flushes && i % HitsBetweenFlushes == 0)
                        engine.Flush();
                }
            }),
        ]);
    }

    private sealed class FullDisk : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("no room");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("no room");
    }
}
