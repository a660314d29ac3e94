namespace HogTrace.Bench.Benchmarks;

/// <summary>Predicates that come out false.</summary>
public class PredicateBenchmarks : CaseBenchmarks
{
    public override IEnumerable<string> Ids => ["P1", "P2", "P3", "P4", "P6"];
}
