namespace HogTrace.Bench.Cases;

/// <summary>
/// The engine of all cases: the default limits, but for the share of CPU, which a loop of nothing but probes exceeds.
/// The interpreter is what is measured, unless the environment asks for compiled predicates.
/// </summary>
internal static class BenchEngine
{
    /// <summary>Set to anything, predicates at typed sites are compiled when they are installed.</summary>
    public const string CompiledVariable = "HOGTRACE_BENCH_COMPILED";

    public static ProbeEngine Instance { get; } = Create();

    /// <summary>Whether predicates at typed sites are compiled.</summary>
    public static bool IsCompiled => Environment.GetEnvironmentVariable(CompiledVariable) is { Length: > 0 };

    private static ProbeEngine Create()
    {
        var engine = new ProbeEngine(new ProbeEngineOptions { CpuShare = 1.0, TierUpAfter = IsCompiled ? 0 : -1 });
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
