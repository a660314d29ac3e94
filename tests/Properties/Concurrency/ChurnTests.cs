using System.Runtime.CompilerServices;

namespace HogTrace.Tests.Properties.Concurrency;

/// <summary>Programs come and go for as long as the process lives, and leave nothing behind.</summary>
[Collection(nameof(ChurnTests))]
public sealed class ChurnTests
{
    // The runtime's own tables grow by some kilobytes; one program that stayed each round would be megabytes.
    private const long HeapSlack = 256 << 10;

    private readonly ProbeSite<long, string> _site = ProbeSite.For<long, string>(Sites.NewName(), "n", "s");

    [Fact]
    public void CompiledCodeIsCollectedAfterUninstalling()
    {
        using var engine = new ProbeEngine(new ProbeEngineOptions { CpuShare = 1.0, TierUpAfter = 0 });
        WeakReference[] all = [.. Enumerable.Range(0, 300).SelectMany(_ => InstallOnce(engine, hits: 2))];
        engine.Flush();
        Assert.Equal(0, AliveOf(all));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(64, 1)]
    [InlineData(64, 2)]
    [InlineData(64, 5)]
    [InlineData(64, 100)]
    public void TheQueueKeepsFewProgramsWhateverTheyCaptured(int queueCapacity, int hits)
    {
        using var engine = new ProbeEngine(new ProbeEngineOptions { CpuShare = 1.0, TierUpAfter = -1, QueueCapacity = queueCapacity });
        WeakReference[] all = [.. Enumerable.Range(0, 200).SelectMany(_ => InstallOnce(engine, hits))];
        engine.Flush();
        Assert.InRange(AliveOf(all), 0, 16);
    }

    [Theory]
    [InlineData(-1, 6_000)]
    [InlineData(0, 500)]
    public void TheHeapStaysFlat(int tierUpAfter, int rounds)
    {
        using var engine = new ProbeEngine(new ProbeEngineOptions { CpuShare = 1.0, TierUpAfter = tierUpAfter });
        Churn(engine, rounds / 4);
        long before = Heap();
        Churn(engine, rounds);
        Assert.InRange(Heap() - before, long.MinValue, HeapSlack);
    }

    private void Churn(ProbeEngine engine, int rounds)
    {
        for (int i = 0; i < rounds; i++)
            InstallOnce(engine, hits: 1);
        engine.Flush();
    }

    // Not inlined, so that nothing is left of it on the stack. Every hit is delivered before the program goes.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference[] InstallOnce(ProbeEngine engine, int hits)
    {
        var program = HogTraceProgram.Compile($$"""
            fn:{{_site.Name}}:entry / n >= 0 && s == 'x' / { capture(number=n); }
            fn:{{_site.Name}}:exit / retval == 1 / { $req.n = 1; }
            """);
        using var installation = engine.Install(program);
        var probe = _site.Installed!.Entry[0];
        for (int i = 0; i < hits; i++)
            _site.Enter(i, "x").Exit(i);

        engine.Flush();
        if (engine.Options.TierUpAfter < 0)
            return [new WeakReference(program)];
        object?[] all = [program, probe, probe.Compiled, probe.CompiledBody, probe.Form.Code.Predicate!.Quick];
        Assert.DoesNotContain(null, all);
        return [.. all.Select(made => new WeakReference(made))];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int AliveOf(WeakReference[] all)
    {
        Collect();
        return all.Count(reference => reference.IsAlive);
    }

    private static long Heap()
    {
        Collect();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static void Collect()
    {
        for (int i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }
}

/// <summary>They measure the heap of the process: no others run meanwhile.</summary>
[CollectionDefinition(nameof(ChurnTests), DisableParallelization = true)]
public sealed class ChurnCollection;
