using System.Diagnostics.Metrics;

namespace HogTrace.Tests.Unit.Diagnostics;

[Collection(nameof(Alone))]
public sealed class MeterTests
{
    private static readonly ProbeEngineOptions s_options = new() { CpuShare = 1 };
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    [Fact]
    public void Instruments_have_units_and_descriptions()
    {
        using var engine = new ProbeEngine();
        using var readings = new Readings();
        var instruments = readings.Instruments;
        Assert.Equal(
            [
                "hogtrace.compile.duration ms", "hogtrace.deoptimizations {deoptimization}", "hogtrace.events.dropped {event}",
                "hogtrace.probe.active {probe}", "hogtrace.probe.captures {capture}", "hogtrace.probe.faults {fault}",
                "hogtrace.probe.fired {hit}", "hogtrace.probe.hits {hit}", "hogtrace.probe.switched_off {probe}",
                "hogtrace.tier_ups {compilation}",
            ],
            instruments.Values.Select(instrument => $"{instrument.Name} {instrument.Unit}").Order(StringComparer.Ordinal));
        Assert.All(instruments.Values, instrument => Assert.EndsWith(".", instrument.Description, StringComparison.Ordinal));
    }

    [Fact]
    public void Hits_stay_counted_when_probes_and_engines_end()
    {
        using var readings = new Readings();
        long hits = readings.Read("probe.hits"), fired = readings.Read("probe.fired"), captures = readings.Read("probe.captures");
        var site = ProbeSite.For<int>("Test.Meter.Hits", "n");
        using (var engine = new ProbeEngine(s_options))
        using (var other = new ProbeEngine(s_options))
        {
            var installation = engine.Install(HogTraceProgram.Compile("fn:Test.Meter.Hits:entry / n < 10 / { capture(n); capture(n); }"));
            other.Install(HogTraceProgram.Compile("fn:Test.Meter.Hits:exit { }"));
            Hit(site, 100);
            AssertCounted(200, 110, 20);
            installation.Dispose();
            AssertCounted(200, 110, 20);
            Hit(site, 5);
            AssertCounted(205, 115, 20);
            installation.Dispose();
            AssertCounted(205, 115, 20);
        }

        AssertCounted(205, 115, 20);

        void AssertCounted(long moreHits, long moreFired, long moreCaptures)
        {
            Assert.Equal(hits + moreHits, readings.Read("probe.hits"));
            Assert.Equal(fired + moreFired, readings.Read("probe.fired"));
            Assert.Equal(captures + moreCaptures, readings.Read("probe.captures"));
        }
    }

    [Fact]
    public void Faults_are_counted_by_kind_and_probes_that_are_switched_off()
    {
        using var readings = new Readings();
        long division = readings.Read("probe.faults/fault.kind=DivisionByZero");
        long overflow = readings.Read("probe.faults/fault.kind=Overflow");
        long switchedOff = readings.Read("probe.switched_off");
        var site = ProbeSite.For<int>("Test.Meter.Faults", "n");
        using var engine = new ProbeEngine(s_options with { FaultsInARow = 10 });
        engine.Install(HogTraceProgram.Compile("fn:Test.Meter.Faults:entry { capture(9223372036854775807 + n, 1 / n); }"));
        Hit(site, 30);
        Assert.Equal(division + 1, readings.Read("probe.faults/fault.kind=DivisionByZero"));
        Assert.Equal(overflow + 10, readings.Read("probe.faults/fault.kind=Overflow") + 1);
        Assert.Equal(switchedOff + 1, readings.Read("probe.switched_off"));
    }

    [Fact]
    public void Dropped_events_are_counted_by_reason()
    {
        using var readings = new Readings();
        long full = readings.Read("events.dropped/reason=queue_full"), failed = readings.Read("events.dropped/reason=sink_failed");
        var site = ProbeSite.For<int>("Test.Meter.Dropped", "n");
        var sink = new BlockedSink();
        using (var engine = new ProbeEngine(s_options with { QueueCapacity = 4 }))
        {
            engine.Sinks.Add(sink);
            engine.Install(HogTraceProgram.Compile("fn:Test.Meter.Dropped:entry { capture(n); }"));
            Hit(site, 1);
            sink.Begun.WaitOne(s_patience);
            Hit(site, 10);
            Assert.Equal(full + 6, readings.Read("events.dropped/reason=queue_full"));
            sink.Go.Set();
        }

        Assert.Equal(full + 6, readings.Read("events.dropped/reason=queue_full"));
        Assert.Equal(failed + 5, readings.Read("events.dropped/reason=sink_failed"));
    }

    [Fact]
    public void Compiled_forms_are_counted_and_timed()
    {
        // The figures are of the process: what other tests have made hot may still be compiled.
        BackgroundCompilation.WaitForPending();
        using var readings = new Readings();
        long tierUps = readings.Read("tier_ups"), deoptimizations = readings.Read("deoptimizations");
        long compiled = readings.Read("probe.active/tier=compiled"), interpreted = readings.Read("probe.active/tier=interpreted");
        var site = ProbeSite.For<long>("Test.Meter.Tiers", "n");
        using var engine = new ProbeEngine(s_options with { TierUpAfter = 0 });
        using var other = new ProbeEngine(s_options with { TierUpAfter = -1 });
        var program = HogTraceProgram.Compile("fn:Test.Meter.Tiers:entry / n * 3 + 1 == 7 / { }");
        var installation = engine.Install(program);
        other.Install(program);
        Assert.Equal(compiled + 1, readings.Read("probe.active/tier=compiled"));
        Assert.Equal(interpreted + 1, readings.Read("probe.active/tier=interpreted"));
        long made = installation.Status[0].Statistics.Compilations;
        Assert.Equal(tierUps + made, readings.Read("tier_ups"));
        Assert.True(SpinWait.SpinUntil(() => readings.Durations.Count == made, s_patience), $"{readings.Durations.Count} of {made}");
        Assert.All(readings.Durations, duration => Assert.InRange(duration, 0.001, 30_000));
        for (int i = 0; i < 200; i++)
            site.Enter(1L << 40);
        long givenUp = installation.Status[0].Statistics.FormsGivenUp;
        Assert.InRange(givenUp, 1, 3);
        Assert.Equal(deoptimizations + givenUp, readings.Read("deoptimizations"));
    }

    [Fact]
    public void Totals_never_go_backwards()
    {
        using var readings = new Readings();
        var site = ProbeSite.For<int>("Test.Meter.Race", "n");
        var program = HogTraceProgram.Compile("fn:Test.Meter.Race:entry / n == 3 / { capture(n); }");
        bool stop = false;
        var threads = Enumerable.Range(0, 2).Select(_ => new Thread(() =>
        {
            while (!Volatile.Read(ref stop))
                Hit(site, 100);
        })).ToList();
        threads.ForEach(thread => thread.Start());
        string[] names = ["probe.hits", "probe.fired", "probe.captures", "events.dropped/reason=queue_full"];
        var last = names.ToDictionary(name => name, _ => 0L);
        for (int i = 0; i < 50; i++)
        {
            using var engine = new ProbeEngine(s_options with { TierUpAfter = i % 2 * 100 });
            using var installation = engine.Install(program);
            for (int k = 0; k < 10; k++)
            {
                foreach (string name in names)
                {
                    long now = readings.Read(name);
                    Assert.True(now >= last[name], $"{name} went from {last[name]} to {now}");
                    last[name] = now;
                }
            }
        }

        Volatile.Write(ref stop, true);
        threads.ForEach(thread => thread.Join());
    }

    [Fact]
    public void A_listener_that_throws_hurts_nobody()
    {
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, own) =>
        {
            // Of this meter alone: the runtime has one that counts exceptions.
            if (instrument.Meter.Name == "HogTrace")
                own.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((_, _, _, _) => throw new InvalidOperationException("no"));
        listener.SetMeasurementEventCallback<long>((_, _, _, _) => throw new InvalidOperationException("no"));
        listener.Start();
        var site = ProbeSite.For<int>("Test.Meter.Throws", "n");
        using var engine = new ProbeEngine(s_options with { TierUpAfter = 0, FaultsInARow = 10 });
        var installation = engine.Install(HogTraceProgram.Compile("fn:Test.Meter.Throws:entry { capture(1 / n); }"));
        Hit(site, 10);
        for (int i = 0; i < 10; i++)
            site.Enter(0);
        Assert.Throws<AggregateException>(listener.RecordObservableInstruments);
        Assert.Equal((9, 11), (installation.Status[0].Statistics.Fired, installation.Status[0].Statistics.Faulted));
    }

    private static void Hit(ProbeSite<int> site, int count)
    {
        for (int i = 0; i < count; i++)
            site.Enter(i).Exit();
    }

    private sealed class BlockedSink : IProbeSink
    {
        public ManualResetEvent Begun { get; } = new(false);

        public ManualResetEvent Go { get; } = new(false);

        public void Write(IReadOnlyList<ProbeEvent> batch)
        {
            Begun.Set();
            Go.WaitOne(s_patience);
            throw new InvalidOperationException("no");
        }

        public void Flush()
        {
        }
    }
}
