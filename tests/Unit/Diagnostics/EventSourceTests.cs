using System.Diagnostics.Tracing;
using HogTrace.Diagnostics;

namespace HogTrace.Tests.Unit.Diagnostics;

[Collection(nameof(Alone))]
public sealed class EventSourceTests
{
    private static readonly ProbeEngineOptions s_options = new() { CpuShare = 1 };

    [Fact]
    public void The_manifest_is_valid_and_has_stable_ids()
    {
        string manifest = EventSource.GenerateManifest(typeof(HogTraceEventSource), "x", EventManifestOptions.Strict)!;
        Assert.Contains("name=\"HogTrace\"", manifest, StringComparison.Ordinal);
        Assert.Null(HogTraceEventSource.Log.ConstructionException);
        string[] names =
        [
            "ProgramInstalled", "ProgramUninstalled", "ProbeBound", "ProbeNotBound", "ProbeCompiled", "ProbeDeoptimized",
            "ProbeSwitchedOff", "ProbeFaulted", "EventsDropped",
        ];
        for (int i = 0; i < names.Length; i++)
            Assert.Equal(i + 1, ((EventAttribute)Attribute.GetCustomAttribute(typeof(HogTraceEventSource).GetMethod(names[i])!, typeof(EventAttribute))!).EventId);
    }

    [Fact]
    public void Installing_binding_and_uninstalling_are_told_in_order()
    {
        using var heard = new Heard("events.hog");
        ProbeSite.For<int>("Test.Events.Bound", "n");
        using var engine = new ProbeEngine(s_options);
        var program = HogTraceProgram.TryCompile("fn:Test.Events.B*:entry { capture(n); }", "events.hog", out var compiled, out _) ? compiled : null;
        var installation = engine.Install(program!);
        ProbeSite.For<int>("Test.Events.Bad", "m");
        installation.Dispose();
        Assert.Equal(["events.hog", 1], heard.Wait("ProgramInstalled").Payload!);
        Assert.Equal(["events.hog", "probe_0", "Test.Events.Bound"], heard.Wait("ProbeBound").Payload!);
        var refused = heard.Wait("ProbeNotBound");
        Assert.Equal(EventLevel.Warning, refused.Level);
        Assert.Equal(
            ["events.hog", "probe_0", "Test.Events.Bad", "1:35: unknown name 'n': Test.Events.Bad has the parameters m"],
            refused.Payload!);
        Assert.Equal(["events.hog"], heard.Wait("ProgramUninstalled").Payload!);
    }

    [Fact]
    public void Tiers_are_told_of()
    {
        using var heard = new Heard("Test.Events.Tiers");
        var site = ProbeSite.For<long>("Test.Events.Tiers", "n");
        using var engine = new ProbeEngine(s_options with { TierUpAfter = 0 });
        engine.Install(HogTraceProgram.Compile("fn:Test.Events.Tiers:entry / n * 3 + 1 == 7 / { }"));
        for (int i = 0; i < 200; i++)
            site.Enter(1L << 40);
        Assert.Equal(["", "probe_0", "Test.Events.Tiers", "site"], heard.Wait("ProbeDeoptimized").Payload!);
        var compiled = heard.All("ProbeCompiled");
        Assert.Equal(["body", "predicate", "site"], compiled.Select(item => (string)item.Payload![3]!).Distinct().Order(StringComparer.Ordinal));
        Assert.All(compiled, item => Assert.InRange((double)item.Payload![4]!, 1, 30e6));
        Assert.All(compiled, item => Assert.InRange((int)item.Payload![5]!, 1, 10));
    }

    [Fact]
    public void Faults_are_told_of_as_seldom_as_they_are_reported()
    {
        using var heard = new Heard("faults.hog");
        var site = ProbeSite.For<int>("Test.Events.Faults", "n");
        using var engine = new ProbeEngine(s_options with { FaultsInARow = 20 });
        engine.Install(HogTraceProgram.Compile("fn:Test.Events.Faults:entry { capture(1 / n); }", "faults.hog"));
        for (int i = 0; i < 30; i++)
            site.Enter(0);
        engine.Flush();
        var fault = heard.Wait("ProbeFaulted");
        Assert.Equal(["faults.hog", "probe_0", "Test.Events.Faults", "DivisionByZero", 1, 41, "division by zero", 0L], fault.Payload!);
        Assert.Single(heard.All("ProbeFaulted"));
        Assert.Equal(
            ["faults.hog", "probe_0", "it faulted 20 times in a row, last with DivisionByZero: division by zero"],
            heard.Wait("ProbeSwitchedOff").Payload!);
    }

    [Fact]
    public void Dropped_events_are_told_of()
    {
        using var heard = new Heard("-");
        var site = ProbeSite.For<int>("Test.Events.Dropped", "n");
        using (var engine = new ProbeEngine(s_options))
        {
            engine.Sinks.Add(new FailingSink());
            engine.Install(HogTraceProgram.Compile("fn:Test.Events.Dropped:entry { capture(n); }"));
            for (int i = 0; i < 10; i++)
                site.Enter(i);
        }

        heard.Wait("EventsDropped");
        Assert.Equal(10, heard.All("EventsDropped").Where(item => (string)item.Payload![0]! == "sink_failed").Sum(item => (long)item.Payload![1]!));
    }

    [Fact]
    public void A_listener_that_throws_hurts_nobody()
    {
        using var throwing = new ThrowingListener();
        var site = ProbeSite.For<int>("Test.Events.Throws", "n");
        using var engine = new ProbeEngine(s_options with { TierUpAfter = 0, FaultReportInterval = TimeSpan.Zero });
        var sink = new CountingSink();
        engine.Sinks.Add(sink);
        var installation = engine.Install(HogTraceProgram.Compile("fn:Test.Events.Throws:entry { capture(1 / n); }"));
        for (int i = 0; i < 10; i++)
            site.Enter(i % 2);
        engine.Flush();
        Assert.Equal((5, 5), (installation.Status[0].Statistics.Fired, installation.Status[0].Statistics.Faulted));
        Assert.Equal(10, sink.Count);
        Assert.True(SpinWait.SpinUntil(() => throwing.Heard > 5, TimeSpan.FromSeconds(30)));
    }

    private sealed class FailingSink : IProbeSink
    {
        public void Write(IReadOnlyList<ProbeEvent> batch) => throw new InvalidOperationException("no");

        public void Flush()
        {
        }
    }

    private sealed class CountingSink : IProbeSink
    {
        public int Count { get; private set; }

        public void Write(IReadOnlyList<ProbeEvent> batch) => Count += batch.Count;

        public void Flush()
        {
        }
    }

    private sealed class ThrowingListener : EventListener
    {
        private int _heard;

        public int Heard => Volatile.Read(ref _heard);

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "HogTrace")
                EnableEvents(eventSource, EventLevel.Verbose);
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            Interlocked.Increment(ref _heard);
            throw new InvalidOperationException("no");
        }
    }
}
