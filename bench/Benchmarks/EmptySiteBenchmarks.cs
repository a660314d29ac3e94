using BenchmarkDotNet.Attributes;
using HogTrace.Bench.Cases;

namespace HogTrace.Bench.Benchmarks;

/// <summary>What a site costs while nothing is installed.</summary>
[MemoryDiagnoser]
public class EmptySiteBenchmarks
{
    private const int Calls = 4096;

    private readonly ProbeCase _case = CaseList.Create<Interpreted>("off");

    [Benchmark(Baseline = true, OperationsPerInvoke = Calls)]
    public void Hand() => _case.Hand(Calls);

    [Benchmark(OperationsPerInvoke = Calls)]
    public void Site() => _case.Site(Calls);
}
