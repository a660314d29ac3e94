using System.Diagnostics;

namespace HogTrace.Tests.Properties.Concurrency;

/// <summary>Events in great numbers, from many threads, through queues of any size, while everything else happens too.</summary>
public sealed class EventStressTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(100)]
    [InlineData(4096)]
    [InlineData(5000)]
    public void EveryCaptureIsCountedOnceAndDeliveredAtMostOnce(int capacity)
    {
        const int threads = 8;
        const int each = 20_000;
        using var engine = new ProbeEngine(new ProbeEngineOptions { CpuShare = 1.0, QueueCapacity = capacity });
        var sink = new KeepingSink();
        engine.Sinks.Add(sink);
        var site = ProbeSite.For<int, int>(Sites.NewName(), "thread", "n");
        var installation = engine.Install(HogTraceProgram.Compile($"fn:{site.Name}:entry {{ capture(thread, n); capture(n); }}"));
        Threads.RunAll(
        [
            .. Threads.Times(threads, own =>
            {
                for (int i = 0; i < each; i++)
                    site.Enter(own, i).Exit();
            }),
            () =>
            {
                for (int i = 0; i < 50; i++)
                {
                    var delivery = engine.Delivery;
                    Assert.True(delivery.Sent >= delivery.Delivered + delivery.Dropped);
                    engine.Flush();
                    Assert.True(installation.Status[0].Statistics.Captures <= 2 * threads * each);
                }
            },
        ]);
        var statistics = installation.Status[0].Statistics;
        Assert.Equal((threads * each, 2 * threads * each), ((int)statistics.Fired, (int)statistics.Captures));
        engine.Flush();
        var delivered = engine.Delivery;
        Assert.Equal(statistics.Captures, delivered.Sent);
        Assert.Equal(delivered.Sent, delivered.Delivered + delivered.Dropped);
        Assert.Equal(delivered.Delivered, sink.Events.Count);
        CheckOrder(sink, threads);
    }

    // Each thread's events arrive in the order in which it sent them, and none twice.
    private static void CheckOrder(KeepingSink sink, int threads)
    {
        var last = new long[threads];
        Array.Fill(last, -1);
        foreach (var capture in sink.Captures.Where(capture => capture.Fields.Count == 2))
        {
            long thread = (long)capture.Fields[0].Value.ToObject()!;
            long n = (long)capture.Fields[1].Value.ToObject()!;
            Assert.True(n > last[thread]);
            last[thread] = n;
        }
    }

    [Fact]
    public void StatisticsAreExactWhileEventsWait()
    {
        using var engine = new ProbeEngine(new ProbeEngineOptions { CpuShare = 1.0, QueueCapacity = 50 });
        using var sink = new BlockedSink();
        engine.Sinks.Add(sink);
        var site = ProbeSite.For<int>(Sites.NewName(), "n");
        var installation = engine.Install(HogTraceProgram.Compile($"fn:{site.Name}:entry {{ capture(n); }}"));
        site.Enter(0).Exit();
        sink.Entered.Wait();
        for (int i = 1; i <= 60; i++)
        {
            site.Enter(i).Exit();
            var statistics = installation.Status[0].Statistics;
            Assert.Equal((i + 1, i + 1), ((int)statistics.Fired, (int)statistics.Captures));
            // One is at the sink, and fifty find room.
            Assert.Equal(new DeliveryStatistics(i + 1, 0, Math.Max(0, i - 50), 0, 0), engine.Delivery);
        }

        sink.Release();
        engine.Flush();
        Assert.Equal(new DeliveryStatistics(61, 51, 10, 0, 0), engine.Delivery);
        site.Enter(61).Exit();
        engine.Dispose();
        Assert.Equal(new DeliveryStatistics(62, 52, 10, 0, 0), engine.Delivery);
    }

    [Fact]
    public void AnEventAfterALongSilenceIsDeliveredSoon()
    {
        using var engine = new ProbeEngine(new ProbeEngineOptions { CpuShare = 1.0 });
        var sink = new CountingSink();
        engine.Sinks.Add(sink);
        var site = ProbeSite.For<int>(Sites.NewName(), "n");
        engine.Install(HogTraceProgram.Compile($"fn:{site.Name}:entry {{ capture(n); }}"));
        for (int i = 0; i < 20; i++)
        {
            // From naps, while they last, and from being parked; each time without a flush, which would wake it.
            Thread.Sleep(i * 5);
            site.Enter(i).Exit();
            long started = Stopwatch.GetTimestamp();
            while (sink.Taken <= i)
            {
                Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(30));
                Thread.Yield();
            }
        }
    }

    [Fact]
    public void DisposingDoesNotWaitForEverForASinkThatHangs()
    {
        var engine = new ProbeEngine(new ProbeEngineOptions { CpuShare = 1.0 });
        using var sink = new BlockedSink();
        engine.Sinks.Add(sink);
        var site = ProbeSite.For<int>(Sites.NewName(), "n");
        engine.Install(HogTraceProgram.Compile($"fn:{site.Name}:entry {{ capture(n); }}"));
        site.Enter(0).Exit();
        sink.Entered.Wait();
        site.Enter(1).Exit();
        engine.Dispose();
        Assert.Equal(new DeliveryStatistics(2, 0, 0, 0, 0), engine.Delivery);
        sink.Release();
        engine.Flush();
        Assert.Equal(new DeliveryStatistics(2, 2, 0, 0, 0), engine.Delivery);
    }

    private sealed class BlockedSink : IProbeSink, IDisposable
    {
        private readonly ManualResetEventSlim _released = new();

        public ManualResetEventSlim Entered { get; } = new();

        public void Write(IReadOnlyList<ProbeEvent> batch)
        {
            Entered.Set();
            _released.Wait();
        }

        public void Release() => _released.Set();

        public void Dispose()
        {
            _released.Dispose();
            Entered.Dispose();
        }
    }
}
