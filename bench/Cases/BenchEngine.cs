namespace HogTrace.Bench.Cases;

/// <summary>
/// Engines for the cases: the default limits, but for the share of CPU, which a loop of nothing but probes exceeds.
/// </summary>
internal static class BenchEngine
{
    public static ProbeEngine Create(int tierUpAfter, TimeProvider clock)
    {
        var engine = new ProbeEngine(new ProbeEngineOptions { CpuShare = 1.0, TierUpAfter = tierUpAfter, TimeProvider = clock });
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
