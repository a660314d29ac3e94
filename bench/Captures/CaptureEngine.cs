namespace HogTrace.Bench.Captures;

/// <summary>Engines whose probe captures two strings and a number, compiled.</summary>
internal static class CaptureEngine
{
    public static ProbeEngine Create(TimeProvider clock)
    {
        var engine = new ProbeEngine(new ProbeEngineOptions { CpuShare = 1.0, TierUpAfter = 0, TimeProvider = clock });
        engine.Sinks.Add(new CountingSink());
        return engine;
    }

    public static ProbeSite<string, string, long> Install(ProbeEngine engine, string name)
    {
        var site = ProbeSite.For<string, string, long>(name, "method", "path", "n");
        engine.Install(HogTraceProgram.Compile($"fn:{name}:entry {{ capture(method=arg0, path=arg1, n=arg2); }}"));
        return site;
    }
}

/// <summary>Counts what it is given.</summary>
internal sealed class CountingSink : IProbeSink
{
    public long Taken { get; private set; }

    public void Write(IReadOnlyList<ProbeEvent> batch) => Taken += batch.Count;
}
