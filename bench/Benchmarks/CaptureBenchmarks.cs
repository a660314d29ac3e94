namespace HogTrace.Bench.Benchmarks;

/// <summary>Probes that fire.</summary>
public class CaptureBenchmarks : CaseBenchmarks
{
    public override IEnumerable<string> Ids => ["C2", "C3"];
}
