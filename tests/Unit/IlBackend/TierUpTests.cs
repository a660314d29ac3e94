using HogTrace.Runtime;

namespace HogTrace.Tests.Unit.IlBackend;

/// <summary>When a probe at a site is compiled, and that nobody can tell.</summary>
public sealed class TierUpTests
{
    private static readonly ProbeEngineOptions s_options = new() { CpuShare = 1, Limits = RunLimits.Default with { WallClock = TimeSpan.FromMinutes(5) } };

    [Fact]
    public void A_hot_probe_is_compiled_in_the_background_and_counts_on()
    {
        var site = ProbeSite.For<long, string>("Test.TierUp.Hot", "n", "role");
        using var engine = new ProbeEngine(s_options with { TierUpAfter = 10 });
        var installation = engine.Install(HogTraceProgram.Compile("fn:Test.TierUp.Hot:entry / n == 7 && role == 'admin' / { }"));
        int hits = Heat(site, () => site.Enter(1, "admin"));
        Assert.True(hits > 10);
        for (int i = 0; i < 10_000; i++)
            site.Enter(i % 10, "admin");
        var statistics = installation.Status[0].Statistics;
        Assert.Equal(1_000, statistics.Fired);
        Assert.Equal(hits + 9_000, statistics.PredicateFalse);
    }

    [Fact]
    public void A_hot_body_that_is_no_simple_capture_is_not_compiled_with_its_predicate_again()
    {
        var site = ProbeSite.For<long>("Test.TierUp.Bodies", "n");
        using var engine = new ProbeEngine(s_options with { TierUpAfter = 10 });
        engine.Install(HogTraceProgram.Compile("fn:Test.TierUp.Bodies:entry / n > 5 / { capture(n); capture(n); }"));
        Heat(site, () => site.Enter(1));
        var code = site.Installed!.Entry[0].Compiled;
        for (int i = 0; i < 100; i++)
            site.Enter(7);
        BackgroundCompilation.WaitForPending();
        Assert.Same(code, site.Installed.Entry[0].Compiled);
    }

    [Fact]
    public void One_miss_in_two_hundred_hits_that_fire_goes_on_for_ever()
    {
        var site = ProbeSite.For<long>("Test.TierUp.MostlyFires", "n");
        using var engine = new ProbeEngine(s_options with { TierUpAfter = 0 });
        var installation = engine.Install(HogTraceProgram.Compile("fn:Test.TierUp.MostlyFires:entry / (100 / n) >= 0 / { $req.x = n; $req.y = n; }"));
        var code = site.Installed!.Entry[0].Compiled;
        for (int i = 0; i < 40_000; i++)
            site.Enter(i % 200);
        BackgroundCompilation.WaitForPending();
        Assert.NotNull(code);
        Assert.Same(code, site.Installed.Entry[0].Compiled);
        Assert.Equal(200, installation.Status[0].Statistics.Faulted);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, false)]
    public void Zero_compiles_at_once_and_minus_one_never(int after, bool isCompiled)
    {
        var site = ProbeSite.For<int>("Test.TierUp.Limits" + isCompiled, "n");
        using var engine = new ProbeEngine(s_options with { TierUpAfter = after });
        engine.Install(HogTraceProgram.Compile($"fn:Test.TierUp.Limits{isCompiled}:entry / n > 5 / {{ }}"));
        Assert.Equal(isCompiled, IsCompiled(site));
        for (int i = 0; i < 5_000; i++)
            site.Enter(i);
        Assert.Equal(isCompiled, IsCompiled(site));
    }

    [Fact]
    public void Exit_probes_sampled_probes_and_small_budgets_stay_interpreted()
    {
        var site = ProbeSite.For<int>("Test.TierUp.Others", "n");
        using var engine = new ProbeEngine(s_options with { TierUpAfter = 0 });
        engine.Install(HogTraceProgram.Compile("""
            fn:Test.TierUp.Others:exit / n > 5 / { }
            fn:Test.TierUp.Others:entry / n > 5 / { sample 50%; }
            fn:Test.TierUp.Others:entry { }
            """));
        using var small = new ProbeEngine(s_options with { TierUpAfter = 0, Limits = RunLimits.Default with { InstructionBudget = 3 } });
        small.Install(HogTraceProgram.Compile("fn:Test.TierUp.Others:entry / n > 5 && n < 9 / { }"));
        Assert.Equal(4, site.Installed!.All.Length);
        Assert.DoesNotContain(site.Installed.All, probe => probe.Compiled is not null);
    }

    [Fact]
    public void Probes_of_both_tiers_share_a_site()
    {
        var site = ProbeSite.For<int, string?>("Test.TierUp.Both", "n", "s");
        using var engine = new ProbeEngine(s_options with { TierUpAfter = 0 });
        var installation = engine.Install(HogTraceProgram.Compile("""
            fn:Test.TierUp.Both:entry / n % 2 == 0 / { }
            fn:Test.TierUp.Both:entry / s < 'b' / { }
            fn:Test.TierUp.Both:entry / n % 5 == 0 / { }
            fn:Test.TierUp.Both:entry / (10 / n) == 5 / { }
            """));
        Assert.Equal([true, false, true, true], site.Installed!.Entry.Select(probe => probe.Compiled is not null));
        for (int i = 0; i < 3_000; i++)
            site.Enter(i % 10, i % 3 == 0 ? "a" : "c");
        Assert.Equal([1_500, 1_000, 600, 300], installation.Status.Select(status => status.Statistics.Fired));
        Assert.Equal([1_500, 2_000, 2_400, 2_400], installation.Status.Select(status => status.Statistics.PredicateFalse));
        Assert.Equal([0, 0, 0, 300], installation.Status.Select(status => status.Statistics.Faulted));
    }

    [Fact]
    public void A_form_whose_guards_keep_failing_is_given_up_three_times()
    {
        var site = ProbeSite.For<Node>("Test.TierUp.Guards", "n");
        using var engine = new ProbeEngine(s_options with { TierUpAfter = 0 });
        var installation = engine.Install(HogTraceProgram.Compile("fn:Test.TierUp.Guards:entry / n.weight == 7 / { }"));
        Node own = new() { Weight = 7 }, other = new PlainNode();
        int fired = 0, misses = 0;
        for (int round = 0; round < 3; round++)
        {
            AwaitCompiled(site);
            for (; IsCompiled(site); misses++)
                site.Enter(other);
            for (int i = 0; i < 3_000; i++, fired++)
                site.Enter(own);
        }

        Thread.Sleep(50);
        Assert.False(IsCompiled(site));
        Assert.Equal(3 * 65, misses);
        var statistics = installation.Status[0].Statistics;
        Assert.Equal((fired, misses), (statistics.Fired, statistics.PredicateFalse));
    }

    [Fact]
    public void Large_numbers_get_a_form_of_their_own()
    {
        var site = ProbeSite.For<long>("Test.TierUp.Large", "n");
        using var engine = new ProbeEngine(s_options with { TierUpAfter = 0 });
        var installation = engine.Install(HogTraceProgram.Compile("fn:Test.TierUp.Large:entry / n * 3 + 1 == 7 / { }"));
        var first = site.Installed!.Entry[0].Compiled;
        for (int i = 0; i < 1_200; i++)
            site.Enter(1L << 40);
        AwaitCompiled(site);
        var second = site.Installed.Entry[0].Compiled;
        Assert.NotSame(first, second);
        for (int i = 0; i < 10_000; i++)
            site.Enter(i < 10 ? 2 : 1L << 40);
        Assert.Same(second, site.Installed.Entry[0].Compiled);
        var statistics = installation.Status[0].Statistics;
        Assert.Equal((10, 11_190, 0), (statistics.Fired, statistics.PredicateFalse, statistics.Faulted));
    }

    [Fact]
    public void A_guard_may_fail_now_and_then()
    {
        var site = ProbeSite.For<Node>("Test.TierUp.Seldom", "n");
        using var engine = new ProbeEngine(s_options with { TierUpAfter = 0 });
        engine.Install(HogTraceProgram.Compile("fn:Test.TierUp.Seldom:entry / n.weight == 7 / { }"));
        Node own = new(), other = new PlainNode();
        for (int i = 0; i < 100_000; i++)
            site.Enter(i % 200 == 0 ? other : own);
        Assert.True(IsCompiled(site));
    }

    [Fact]
    public void Threads_that_hit_a_probe_while_it_is_compiled_lose_no_firing()
    {
        var site = ProbeSite.For<long>("Test.TierUp.Threads", "n");
        using var engine = new ProbeEngine(s_options with { TierUpAfter = 100 });
        var installation = engine.Install(HogTraceProgram.Compile("fn:Test.TierUp.Threads:entry / n % 100 == 7 / { }"));
        const int hits = 200_000;
        var threads = Enumerable.Range(0, 4).Select(_ => new Thread(() =>
        {
            for (int i = 0; i < hits; i++)
                site.Enter(i);
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        var statistics = installation.Status[0].Statistics;
        Assert.Equal(4 * hits / 100, statistics.Fired);
        Assert.Equal(0, statistics.Faulted);
        // Threads lose each other's counts; a tenth more would be somebody's counted twice.
        Assert.InRange(statistics.PredicateFalse, 1, 4 * hits / 10 * 11);
        AwaitCompiled(site);
    }

    [Fact]
    public void A_compiled_hit_allocates_nothing()
    {
        var site = ProbeSite.For<string, long>("Test.TierUp.Bytes", "s", "n");
        using var engine = new ProbeEngine(s_options with { TierUpAfter = 0 });
        engine.Install(HogTraceProgram.Compile("fn:Test.TierUp.Bytes:entry / s == 'admin' && n > 3 / { }"));
        Assert.True(IsCompiled(site));
        Hit(20_000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Hit(20_000);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Hit(int count)
        {
            for (int i = 0; i < count; i++)
                site.Enter("admin", i & 3);
        }
    }

    [Fact]
    public void Compiled_forms_are_collected_when_uninstalled()
    {
        var site = ProbeSite.For<long>("Test.TierUp.Collected", "n");
        using var engine = new ProbeEngine(s_options with { TierUpAfter = 0 });
        var forms = new List<WeakReference>();
        for (int i = 0; i < 500; i++)
            forms.Add(InstallOnce(engine, site, i));
        for (int i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.InRange(forms.Count(form => form.IsAlive), 0, 10);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static WeakReference InstallOnce(ProbeEngine engine, ProbeSite<long> site, int i)
    {
        using var installation = engine.Install(HogTraceProgram.Compile($"fn:Test.TierUp.Collected:entry / n > {i} / {{ }}"));
        site.Enter(i);
        return new WeakReference(site.Installed!.Entry[0].Compiled);
    }

    /// <summary>Hits until the probe there is compiled; how often.</summary>
    private static int Heat(ProbeSite site, Action hit)
    {
        int hits = 0;
        while (!IsCompiled(site))
        {
            hit();
            hits++;
            if (hits > 20)
                Thread.Sleep(1);
            Assert.True(hits < 30_000, "it never was");
        }

        return hits;
    }

    /// <summary>Waits until hits run the compiled form: the probe has it a moment before the site does.</summary>
    private static void AwaitCompiled(ProbeSite site)
    {
        Assert.True(SpinWait.SpinUntil(() => IsCompiled(site) && site.Installed!.HasCompiled, TimeSpan.FromSeconds(30)));
        SiteRegistry.Change(static _ => { });
    }

    private static bool IsCompiled(ProbeSite site) => site.Installed!.Entry[0].Compiled is not null;
}
