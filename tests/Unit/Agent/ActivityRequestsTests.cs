using System.Diagnostics;
using System.Runtime.CompilerServices;
using HogTrace.Agent.Hooks;
using HogTrace.Agent.Sessions;
using HogTrace.Bridge;
using HogTrace.Bytecode;
using HogTrace.Runtime;
using HogTrace.Tests.Unit.Sites;

namespace HogTrace.Tests.Unit.Agent;

/// <summary>Requests of programs that begin none: the outermost activity.</summary>
public sealed class ActivityRequestsTests
{
    private static readonly Results s_nothing = new(ReadsValue: false, ReadsException: false, ReadsDuration: false);

    [Fact]
    public void There_is_none_without_an_activity()
    {
        Assert.Null(Activity.Current);
        Assert.Null(ActivityRequests.Instance.CurrentRequestId);
        Assert.Null(ActivityRequests.Instance.CurrentStore);
    }

    [Fact]
    public void Its_id_is_the_span_of_the_outermost_activity()
    {
        using var outer = Started("outer");
        using var inner = Started("inner");
        Assert.Equal(outer.SpanId.ToHexString(), ActivityRequests.Instance.CurrentRequestId);
        Assert.Equal(outer.SpanId.ToHexString(), ActivityRequests.Instance.CurrentStore?.RequestId);
    }

    [Fact]
    public void A_remote_parent_is_no_activity_of_the_process()
    {
        using var one = Started("one", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        Assert.Equal(one.SpanId.ToHexString(), ActivityRequests.Instance.CurrentRequestId);
    }

    [Fact]
    public void An_activity_of_the_old_format_has_its_id()
    {
        using var activity = new Activity("old").SetIdFormat(ActivityIdFormat.Hierarchical);
        activity.Start();
        Assert.Equal(activity.Id, ActivityRequests.Instance.CurrentRequestId);
    }

    [Fact]
    public void Stores_go_with_their_activities()
    {
        WeakReference[] stores = [.. Enumerable.Range(0, 1_000).Select(_ => StoreOfActivity())];
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.InRange(stores.Count(store => store.IsAlive), 0, 10);
    }

    /// <summary>Who completes a task has another flow than who called: the exit belongs to the call.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_end_of_a_call_belongs_to_the_request_of_the_call(bool isValueTask)
    {
        var sink = new ListSink();
        string function = $"Requests.Call{isValueTask}";
        var entry = new BareProbeSite(Frame(function, ProbePoint.Entry));
        var completed = new UntypedProbeSite(Frame(function, ProbePoint.Exit));
        var failed = new UntypedProbeSite(Frame(function, ProbePoint.Exit));
        using var engine = new ProbeEngine();
        engine.Requests.Ambient = ActivityRequests.Instance;
        engine.Sinks.Add(sink);
        foreach (var site in new ProbeSite[] { entry, completed, failed })
            SiteRegistry.Add(site);
        engine.Install(HogTraceProgram.Compile(
            $"fn:{function}:entry {{ $req.x = 7; capture(at=1); }} fn:{function}:exit {{ capture(x=$req.x); }}"));
        var hook = new AsyncSiteHook(completed, failed, s_nothing);
        var source = new TaskCompletionSource<int>();
        string request = Call(entry, hook, source.Task, isValueTask);

        await Task.Run(() =>
        {
            using var other = Started("other");
            source.SetResult(1);
        });
        engine.Flush();
        SiteRegistry.Remove([entry, completed, failed]);
        Assert.Equal(2, sink.Captures.Count);
        Assert.All(sink.Captures, item => Assert.Equal(request, item.RequestId));
        Assert.Equal(7L, sink.Captures[1].Fields[0].Value.ToObject());
    }

    private static FrameShape Frame(string function, ProbePoint point) =>
        FrameShape.Selected(function, point, [], selfType: null, returnType: null, declaringType: null, given: []);

    private static string Call(BareProbeSite entry, AsyncSiteHook hook, Task<int> task, bool isValueTask)
    {
        using var activity = Started("request");
        entry.Enter();
        if (isValueTask)
            _ = hook.Hit(0, new ValueTask<int>(task), default(NoInputs)).AsTask();
        else
            _ = hook.Hit(0, task, default(NoInputs));
        return activity.SpanId.ToHexString();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference StoreOfActivity()
    {
        using var activity = Started("request");
        return new WeakReference(ActivityRequests.Instance.CurrentStore);
    }

    private static Activity Started(string name, string? parent = null)
    {
        var activity = new Activity(name).SetIdFormat(ActivityIdFormat.W3C);
        if (parent is not null)
            activity.SetParentId(parent);
        return activity.Start();
    }
}
