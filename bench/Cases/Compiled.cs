namespace HogTrace.Bench.Cases;

/// <summary>As by default: probes are compiled to IL once they are hot, for what they have met until then.</summary>
internal readonly struct Compiled : ITier
{
    private static readonly ProbeEngine s_engine = BenchEngine.Create(Bytecode.Limits.TierUpAfter, TimeProvider.System);

    public static string Name => "Compiled";

    public static ProbeEngine Engine => s_engine;
}
