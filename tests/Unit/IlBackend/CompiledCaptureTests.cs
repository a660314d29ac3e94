using HogTrace.Runtime;
using HogTrace.Tests.Unit.Sites;

namespace HogTrace.Tests.Unit.IlBackend;

/// <summary>Captures that compiled code records, against the same program interpreted.</summary>
public sealed class CompiledCaptureTests
{
    private static int s_sites;

    [Theory]
    [InlineData("{ capture(method=arg0, path=arg1, n=arg2); }", true)]
    [InlineData("/ arg2 > 5 / { capture(arg0, arg2 * 2, arg2 * 0.5, arg2 > 7, None, 'x', len(arg1 == None ? '' : arg1)); }", true)]
    [InlineData("/ arg1 != None / { send(arg1); }", true)]
    [InlineData("{ capture(); }", true)]
    [InlineData("{ capture(password=arg0, n=arg2); }", false)]
    [InlineData("{ capture(a=arg0, b=arg1, c=arg2, d=1, e=2, f=3, g=4, h=5, i=6); }", true)]
    [InlineData("{ capture(a=arg0); capture(b=arg1); }", false)]
    [InlineData("{ $req.n = arg2; capture(b=arg1); }", false)]
    [InlineData("{ capture(upper(arg0)); }", false)]
    public void StringsAndNumbers(string code, bool isCompiled) => Check<string?, string?, long>(
        code,
        isCompiled,
        [("GET", "/orders", 1), ("", null, 6), (null, "x", long.MaxValue), ("a", "b", long.MinValue), ("a", "b", 9)]);

    [Theory]
    [InlineData("{ capture(a=arg0, b=arg1, c=arg2); }")]
    [InlineData("/ arg1 > 0 || arg2 / { capture(arg0 * 2, arg1, arg2); }")]
    public void Floats(string code) => Check<float, double, bool>(
        code,
        isCompiled: true,
        [(1.5f, 2.25, true), (float.NaN, double.NaN, false), (float.PositiveInfinity, -0.0, true), (0, double.Epsilon, false)]);

    [Fact]
    public void Numbers() => Check<byte, short, uint>(
        "{ capture(arg0, arg1, arg2, arg0 + arg1 - arg2); }", isCompiled: true, [(0, -1, 2), (255, short.MinValue, uint.MaxValue)]);

    [Fact]
    public void UnsignedWords() => Check<ulong, nuint, nint>(
        "{ capture(arg0, arg1, arg2); }", isCompiled: true, [(5, 6, -7), (ulong.MaxValue, 0, 0), (long.MaxValue, nuint.MaxValue, nint.MinValue)]);

    [Fact]
    public void CharactersAndEnumsAndObjectsAreLeftToTheInterpreter()
    {
        Check<char, int, int>("{ capture(arg0, arg1); }", isCompiled: false, [('x', 1, 2)]);
        Check<DayOfWeek, int, int>("{ capture(arg0, arg1); }", isCompiled: false, [(DayOfWeek.Friday, 1, 2)]);
        Check<object?, int, int>("{ capture(arg0, arg1); }", isCompiled: false, [("x", 1, 2), (7, 1, 2), (null, 1, 2)]);
        Check<decimal, int?, int>("{ capture(arg0, arg1); }", isCompiled: false, [(1.5m, null, 2)]);
    }

    [Theory]
    [InlineData(100, 10_000)]
    [InlineData(4_096, 300)]
    [InlineData(10, 10_000)]
    [InlineData(0, 10_000)]
    [InlineData(4_096, 0)]
    public void LongStrings(int stringUnits, int eventBytes)
    {
        var options = new ProbeEngineOptions { Snapshots = new SnapshotOptions { StringUnits = stringUnits, EventBytes = eventBytes } };
        int[] lengths = [0, 1, 9, 10, 11, 99, 100, 101, 130, 131, 132, 133, 134, 135, 136, 137, 138, 139, 140, 150, 280, 300, 4_096, 4_097];
        Check<string?, string?, long>(
            "{ capture(first=arg0, second=arg1, n=arg2, short='0123456789'); }",
            isCompiled: null,
            [.. lengths.SelectMany(length => new (string?, string?, long)[]
            {
                (new string('a', length), new string('b', length), 1),
                (new string('a', length), null, 1),
                (new string('a', length), "b", 1),
            })],
            options);
    }

    [Fact]
    public void LimitsOfARun()
    {
        var limits = RunLimits.Default;
        (string?, string?, long)[] hits = [("a", "b", 1)];
        const string code = "{ capture(arg0, arg1, arg2); }";
        Check(code, isCompiled: false, hits, new ProbeEngineOptions { Limits = limits with { Captures = 0 } });
        Check(code, isCompiled: false, hits, new ProbeEngineOptions { Limits = limits with { AllocationBytes = 100 } });
        for (int budget = 1; budget < 20; budget++)
            Check(code, isCompiled: null, hits, new ProbeEngineOptions { Limits = limits with { InstructionBudget = budget } });
    }

    [Fact]
    public void RequestAndActivityAreOnTheEvent()
    {
        using var engine = Engine(0);
        var (site, sink) = Install<int>(engine, "{ capture(arg0); }");
        using (engine.Requests.Begin("r1"))
        {
            site.Enter(1);
            using var activity = new System.Diagnostics.Activity("a").Start();
            site.Enter(2);
            engine.Flush();
            Assert.Equal(["r1", "r1"], sink.Captures.Select(capture => capture.RequestId));
            Assert.Equal([null, activity.SpanId.ToHexString()], sink.Captures.Select(capture => capture.SpanId));
        }

        site.Enter(3);
        engine.Flush();
        Assert.Null(sink.Captures[2].RequestId);
        Assert.All(sink.Captures, capture => Assert.Equal(Environment.CurrentManagedThreadId, capture.ThreadId));
    }

    [Fact]
    public void WhatHostCodeDoesThatAProbeCallsIsNotCaptured()
    {
        using var engine = new ProbeEngine(new ProbeEngineOptions { CpuShare = 1, TierUpAfter = 0, Members = MemberPolicy.PublicGetters });
        var (inner, sink) = Install<int>(engine, "{ capture(arg0); }");
        var outer = ProbeSite.For<Calling>(NewName(), "value");
        engine.Install(HogTraceProgram.Compile($"fn:{outer.Name}:entry / value.Number == 8 / {{ }}"));
        inner.Enter(1);
        outer.Enter(new Calling(inner));
        inner.Enter(2);
        engine.Flush();
        Assert.Equal([1L, 2L], sink.Captures.Select(capture => capture.Fields[0].Value.ToObject()));
    }

    [Fact]
    public void ACaptureEndsARowOfFaults()
    {
        using var engine = new ProbeEngine(new ProbeEngineOptions { CpuShare = 1, TierUpAfter = 0 });
        var site = ProbeSite.For<int>(NewName(), "n");
        var installation = engine.Install(HogTraceProgram.Compile($"fn:{site.Name}:entry {{ capture(12 / n); }}"));
        for (int i = 1; i <= 2_000; i++)
            site.Enter(i % 50 == 0 ? 4 : 0);
        var statistics = installation.Status[0].Statistics;
        Assert.Equal((40, 1_960, null), (statistics.Fired, statistics.Faulted, statistics.SwitchedOff));
    }

    [Fact]
    public void ACaptureThatTakesMoreThanItsShareIsSwitchedOff()
    {
        using var engine = new ProbeEngine(new ProbeEngineOptions { CpuShare = 0.0001, TierUpAfter = 0 });
        var site = ProbeSite.For<int>(NewName(), "n");
        var installation = engine.Install(HogTraceProgram.Compile($"fn:{site.Name}:entry {{ capture(n); }}"));
        var deadline = DateTime.UtcNow.AddSeconds(30);
        while (installation.Status[0].Statistics.SwitchedOff is null && DateTime.UtcNow < deadline)
        {
            for (int i = 0; i < 1_000; i++)
                site.Enter(i);
        }

        Assert.Contains("of a core", installation.Status[0].Statistics.SwitchedOff, StringComparison.Ordinal);
    }

    [Fact]
    public void SitesWithoutArguments()
    {
        using var engine = Engine(0);
        var sink = new ListSink();
        engine.Sinks.Add(sink);
        var site = ProbeSite.For(NewName());
        var installation = engine.Install(HogTraceProgram.Compile(
            $"fn:{site.Name}:entry {{ capture(1, 'x'); }} fn:{site.Name}:exit / retval == 7 / {{ capture(retval); }}"));
        Assert.NotNull(site.Installed!.Entry[0].CompiledCapture);
        for (int i = 0; i < 10; i++)
            site.Enter().Exit(i);
        engine.Flush();
        Assert.Equal(11, sink.Captures.Count);
        Assert.Equal([10, 1], installation.Status.Select(status => status.Statistics.Fired));
    }

    private static void Check<T0, T1, T2>(
        string code, bool? isCompiled, (T0, T1, T2)[] hits, ProbeEngineOptions? options = null)
    {
        var compiled = Run(code, hits, (options ?? new()) with { TierUpAfter = 0 }, out bool wasCompiled);
        var interpreted = Run(code, hits, (options ?? new()) with { TierUpAfter = -1 }, out _);
        Assert.Equal(string.Join("\n", interpreted), string.Join("\n", compiled));
        if (isCompiled is { } expected)
            Assert.Equal(expected, wasCompiled);
    }

    // What tiers have in common.
    private static ProbeStatistics OfHits(ProbeStatistics statistics) =>
        statistics with { Tier = default, Compilations = 0, FormsGivenUp = 0, CompileTime = default, RunTime = default };

    // Each hit twice: the first captures of a probe go by a longer way.
    private static string[] Run<T0, T1, T2>(string code, (T0, T1, T2)[] hits, ProbeEngineOptions options, out bool isCompiled)
    {
        using var engine = new ProbeEngine(options with { CpuShare = 1 });
        var sink = new ListSink();
        engine.Sinks.Add(sink);
        var site = ProbeSite.For<T0, T1, T2>(NewName(), "a", "b", "c");
        using var installation = engine.Install(HogTraceProgram.Compile($"fn:{site.Name}:entry {code}"));
        isCompiled = site.Installed!.Entry[0].CompiledCapture is not null;
        foreach (var (a, b, c) in hits.Concat(hits))
            site.Enter(a, b, c);
        engine.Flush();
        return
        [
            .. sink.Captures.Select(capture => string.Join(", ", capture.Fields.Select(Describe))),
            OfHits(installation.Status[0].Statistics).ToString(),
        ];
    }

    private static string Describe(CapturedField field) =>
        $"{field.Name}: {field.Value.Kind} {field.Value.Bits} {ValueJsonText.Of(field.Value)}";

    private static (ProbeSite<T> Site, ListSink Sink) Install<T>(ProbeEngine engine, string code)
    {
        var sink = new ListSink();
        engine.Sinks.Add(sink);
        var site = ProbeSite.For<T>(NewName(), "a");
        engine.Install(HogTraceProgram.Compile($"fn:{site.Name}:entry {code}"));
        Assert.NotNull(site.Installed!.Entry[0].CompiledCapture);
        return (site, sink);
    }

    private static ProbeEngine Engine(int tierUpAfter) => new(new ProbeEngineOptions { CpuShare = 1, TierUpAfter = tierUpAfter });

    private static string NewName() => $"Test.Captures.Site{Interlocked.Increment(ref s_sites)}.Run";

    private sealed class Calling(ProbeSite<int> site)
    {
        public int Number
        {
            get
            {
                site.Enter(100);
                return 7;
            }
        }
    }
}
