using BenchmarkDotNet.Attributes;
using HogTrace.Bench.Cases;

namespace HogTrace.Bench.Benchmarks;

/// <summary>The forms of a case side by side; a theme is a list of cases.</summary>
[MemoryDiagnoser]
public abstract class CaseBenchmarks
{
    private const int Calls = 4096;

    private ProbeCase _case = null!;

    /// <summary>Ids of the cases.</summary>
    public abstract IEnumerable<string> Ids { get; }

    [ParamsSource(nameof(Ids))]
    public string Id { get; set; } = "";

    /// <summary>Whether the engine compiles what is hot, and has done so.</summary>
    [Params(false, true)]
    public bool Compiles { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _case = Compiles ? CaseList.Create<Compiled>(Id) : CaseList.Create<Interpreted>(Id);
        if (Compiles)
            _case.HeatUp();
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Calls)]
    public void Hand() => _case.Hand(Calls);

    [Benchmark(OperationsPerInvoke = Calls)]
    public void Site() => _case.Site(Calls);

    [Benchmark(OperationsPerInvoke = Calls)]
    public void Execute() => _case.Execute(Calls);
}
