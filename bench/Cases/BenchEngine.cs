namespace HogTrace.Bench.Cases;

/// <summary>The engine of all cases: the default limits, but for the share of CPU, which a loop of nothing but probes exceeds.</summary>
internal static class BenchEngine
{
    public static ProbeEngine Instance { get; } = Create();

    private static ProbeEngine Create()
    {
        var engine = new ProbeEngine(new ProbeEngineOptions { CpuShare = 1.0 });
        engine.Sinks.Add(new Discard());
        return engine;
    }

    private sealed class Discard : IProbeSink
    {
        public void Write(IReadOnlyList<ProbeEvent> batch)
        {
        }
    }
}
