namespace HogTrace.Tests.Properties.Concurrency;

/// <summary>Request stores flow with <c>async</c> and keep apart.</summary>
public sealed class RequestTests
{
    [Fact]
    public async Task ParallelRequestsKeepApart()
    {
        using var engine = new ProbeEngine(new ProbeEngineOptions { CpuShare = 1.0 });
        var sink = new KeepingSink();
        engine.Sinks.Add(sink);
        var first = ProbeSite.For<int>(Sites.NewName(), "n");
        var second = ProbeSite.For<int>(Sites.NewName(), "n");
        engine.Install(HogTraceProgram.Compile($"fn:{first.Name}:entry {{ $req.id = arg0; }} fn:{second.Name}:entry {{ capture(n=n, id=$req.id); }}"));
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(async () =>
        {
            using var scope = engine.Requests.Begin($"r{i}");
            first.Enter(i).Exit();
            await Task.Yield();
            await Task.Delay(i % 7);
            // A child sees the parent's store.
            await Task.Run(() => second.Enter(i).Exit());
            second.Enter(i).Exit();
        })));
        engine.Flush();
        Assert.Equal(400, sink.Captures.Count());
        Assert.All(sink.Captures, capture =>
        {
            Assert.Equal(capture.Fields[0].Value.ToObject(), capture.Fields[1].Value.ToObject());
            Assert.Equal($"r{capture.Fields[0].Value.ToObject()}", capture.RequestId);
        });
    }

    [Fact]
    public async Task AnEndedRequestIsNoLongerCurrentForWorkItLeftBehind()
    {
        using var engine = new ProbeEngine();
        var hasEnded = new TaskCompletionSource();
        RequestScope? seenBefore, seenAfter = null;
        Task left;
        RequestScope scope;
        using (scope = engine.Requests.Begin())
        {
            scope.Store.TrySet("x", 1);
            seenBefore = engine.Requests.Current;
            left = Task.Run(async () =>
            {
                await hasEnded.Task;
                seenAfter = engine.Requests.Current;
                engine.Requests.CurrentStore.TrySet("y", 2);
            });
        }

        hasEnded.SetResult();
        await left;
        Assert.Same(scope, seenBefore);
        Assert.Null(seenAfter);
        Assert.Equal(0, scope.Store.Count);
    }

    [Fact]
    public void NestedRequestsReturnToTheOuterOne()
    {
        using var engine = new ProbeEngine();
        using var outer = engine.Requests.Begin("outer");
        using (engine.Requests.Begin("inner"))
            Assert.Equal("inner", engine.Requests.Current!.RequestId);
        Assert.Same(outer, engine.Requests.Current);
        outer.Dispose();
        Assert.Null(engine.Requests.Current);
    }

    [Fact]
    public void ARequestThatEndsBeforeItsInnerOneIsNotReturnedTo()
    {
        using var engine = new ProbeEngine();
        using var outer = engine.Requests.Begin("outer");
        var middle = engine.Requests.Begin("middle");
        var inner = engine.Requests.Begin("inner");
        middle.Dispose();
        Assert.Same(inner, engine.Requests.Current);
        inner.Dispose();
        Assert.Same(outer, engine.Requests.Current);
    }

    [Fact]
    public void OutsideRequestsEveryThreadHasItsOwnStore()
    {
        using var engine = new ProbeEngine();
        var stores = new System.Collections.Concurrent.ConcurrentBag<object>();
        Threads.RunAll(Threads.Times(8, _ =>
        {
            var store = engine.Requests.CurrentStore;
            stores.Add(store);
            if (store != engine.Requests.CurrentStore)
                throw new InvalidOperationException("the store changed");
        }));
        Assert.Equal(8, stores.Distinct().Count());
    }
}
