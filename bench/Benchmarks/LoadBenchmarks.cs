using BenchmarkDotNet.Attributes;
using HogTrace.Bench.Compiling;
using HogTrace.Bytecode;

namespace HogTrace.Bench.Benchmarks;

/// <summary>From bytes to verified program.</summary>
[MemoryDiagnoser]
public class LoadBenchmarks
{
    private byte[] _bytes = [];

    [Params(1, 1000)]
    public int Probes { get; set; }

    [GlobalSetup]
    public void Setup() => _bytes = HogTraceProgram.Compile(Sources.Many(Probes)).ToBytes();

    [Benchmark]
    public object Decode() => ProgramCodec.Read(_bytes).Value!;

    [Benchmark(Baseline = true)]
    public object DecodeAndVerify() => HogTraceProgram.Load(_bytes);
}
