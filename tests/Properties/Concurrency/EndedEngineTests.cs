namespace HogTrace.Tests.Properties.Concurrency;

/// <summary>What is left of an engine that has ended.</summary>
[Collection(nameof(ChurnTests))]
public sealed class EndedEngineTests
{
    /// <summary>A thread that goes on without sending keeps little of an engine that has ended.</summary>
    [Fact]
    public void EnginesThatHaveEndedAreNotKeptByThreads()
    {
        const int resting = 30, events = 20_000, most = 200 << 10;
        using var end = new ManualResetEventSlim();
        using var done = new CountdownEvent(resting);
        var threads = Enumerable.Range(0, resting).Select(_ => new Thread(() =>
        {
            SendAndEnd(events);
            done.Signal();
            end.Wait();
        })).ToArray();
        SendAndEnd(events);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        Array.ForEach(threads, static thread => thread.Start());
        done.Wait();
        long kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        end.Set();
        Array.ForEach(threads, static thread => thread.Join());
        Assert.InRange(kept / resting, long.MinValue, most);
    }

    private static void SendAndEnd(int events)
    {
        using var engine = new ProbeEngine(new ProbeEngineOptions { CpuShare = 1.0, TierUpAfter = 0, QueueCapacity = events });
        using var sink = new ClosableSink();
        engine.Sinks.Add(sink);
        using var sized = new SizedSites(engine);
        sink.Close();
        for (int i = 0; i < events; i++)
            sized.Hit(8);
        sink.Open();
    }
}
