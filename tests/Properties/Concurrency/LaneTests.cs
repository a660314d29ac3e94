using System.Diagnostics;
using CsCheck;

namespace HogTrace.Tests.Properties.Concurrency;

/// <summary>What threads send, in records of any size, comes out as it went in, and room comes back.</summary>
public sealed class LaneTests
{
    /// <summary>Records of all sizes, one after another, with and without something that flows, while the sink dawdles.</summary>
    [Fact]
    public void RecordsOfAllSizesComeOutAsTheyWentIn() => Gen.Select(Gen.Int[0, SizedSites.MostFields], Gen.Bool, Gen.Bool).Array[1, 400].Sample(
        captures =>
        {
            using var engine = NewEngine(1 << 12);
            var sink = new KeepingSink();
            engine.Sinks.Add(sink);
            using var sized = new SizedSites(engine);
            foreach (var (size, flows, isSettled) in captures)
            {
                using (flows ? new Activity("lanes").Start() : null)
                    sized.Hit(size);
                if (isSettled && size == 0)
                    engine.Flush();
            }

            engine.Flush();
            Assert.Equal(captures.Length, sink.Events.Count);
            for (int i = 0; i < captures.Length; i++)
                sized.Check((CaptureEvent)sink.Events[i], captures[i].Item1, i + 1, captures[i].Item2);
        },
        iter: 60,
        threads: 1);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(1_000)]
    public void OneThreadHasTheWholeRoomAgainAndAgain(int capacity)
    {
        using var engine = NewEngine(capacity);
        using var sink = new ClosableSink();
        engine.Sinks.Add(sink);
        using var sized = new SizedSites(engine);
        for (int round = 1; round <= 5; round++)
        {
            // One event holds the sink, so that everything else waits.
            sink.Close();
            sized.Hit(1);
            sink.WaitUntilHeld();
            for (int i = 0; i < capacity + 7; i++)
                sized.Hit(i % 8);
            Assert.Equal(round * 7, engine.Delivery.DroppedQueueFull);
            sink.Open();
            engine.Flush();
            Assert.Equal(round * (capacity + 1), engine.Delivery.Delivered);
        }
    }

    /// <summary>Threads that have sent much and rest keep nothing that another one needs.</summary>
    [Fact]
    public void ThreadsThatRestTakeNoRoom()
    {
        const int capacity = 1_000, resting = 40;
        using var engine = NewEngine(capacity);
        using var sink = new ClosableSink();
        engine.Sinks.Add(sink);
        using var sized = new SizedSites(engine);
        using var done = new CountdownEvent(resting);
        using var end = new ManualResetEventSlim();
        var gate = new Lock();
        var threads = Enumerable.Range(0, resting).Select(_ => new Thread(() =>
        {
            lock (gate)
            {
                for (int i = 0; i < 500; i++)
                    sized.Hit(1);
                engine.Flush();
            }

            done.Signal();
            end.Wait();
        })).ToArray();
        Array.ForEach(threads, static thread => thread.Start());
        done.Wait();
        sink.Close();
        sized.Hit(1);
        sink.WaitUntilHeld();
        for (int i = 0; i < capacity; i++)
            sized.Hit(1);
        Assert.Equal(0, engine.Delivery.Dropped);
        sink.Open();
        end.Set();
        Array.ForEach(threads, static thread => thread.Join());
        engine.Flush();
        Assert.Equal((resting * 500) + 1 + capacity, engine.Delivery.Delivered);
    }

    [Fact]
    public void WhatAThreadSentBeforeItEndedIsDelivered()
    {
        using var engine = NewEngine(64);
        var sink = new KeepingSink();
        engine.Sinks.Add(sink);
        using var sized = new SizedSites(engine);
        for (int i = 0; i < 500; i++)
        {
            var thread = new Thread(() => sized.Hit(2)) { Name = $"lane {i}" };
            thread.Start();
            thread.Join();
            if (i % 16 == 0)
                engine.Flush();
        }

        engine.Flush();
        Assert.Equal(
            Enumerable.Range(0, 500).Select(static i => $"lane {i}"),
            sink.Captures.OrderBy(SizedSites.NumberOf).Select(static one => one.ThreadName));
    }

    [Fact]
    public void EnginesThatOneThreadSendsToInTurnHaveTheirOwn()
    {
        var engines = Enumerable.Range(0, 3).Select(_ => NewEngine(256)).ToArray();
        var sinks = Array.ConvertAll(engines, static engine =>
        {
            var sink = new KeepingSink();
            engine.Sinks.Add(sink);
            return sink;
        });
        var sites = Array.ConvertAll(engines, static engine => new SizedSites(engine));
        for (int i = 0; i < 200; i++)
            sites[i % 3].Hit(1 + (i % 3));
        for (int i = 0; i < 3; i++)
        {
            engines[i].Flush();
            int size = i + 1;
            Assert.All(sinks[i].Events, one => Assert.Equal(size, ((CaptureEvent)one).Fields.Count));
            Assert.Equal(i < 2 ? 67 : 66, sinks[i].Events.Count);
            sites[i].Dispose();
            engines[i].Dispose();
        }
    }

    private static ProbeEngine NewEngine(int capacity) =>
        new(new ProbeEngineOptions { CpuShare = 1.0, TierUpAfter = 0, QueueCapacity = capacity });
}
