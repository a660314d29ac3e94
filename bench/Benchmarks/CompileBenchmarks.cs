using BenchmarkDotNet.Attributes;
using HogTrace.Bench.Compiling;
using HogTrace.Parser;

namespace HogTrace.Bench.Benchmarks;

/// <summary>From source to program; <c>Alloc/Char</c> is the garbage of it per character of source.</summary>
[MemoryDiagnoser]
[Config(typeof(PerCharacterConfig))]
public class CompileBenchmarks
{
    private static readonly CompileOptions s_options = new();

    private string _source = "";

    [Params(1, 1000)]
    public int Probes { get; set; }

    [GlobalSetup]
    public void Setup() => _source = Sources.Many(Probes);

    [Benchmark]
    public object Parse() => SourceParser.Parse(_source);

    [Benchmark]
    public object ParseAndCompile() => ProgramCompiler.Compile(_source, s_options);

    [Benchmark(Baseline = true)]
    public object CompileAndVerify() => HogTraceProgram.Compile(_source);
}
