namespace HogTrace.Bench.Benchmarks;

/// <summary>The request store.</summary>
public class RequestStoreBenchmarks : CaseBenchmarks
{
    public override IEnumerable<string> Ids => ["S1", "S2"];
}
