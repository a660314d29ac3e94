namespace HogTrace.Bench.Cases;

/// <summary>Probes are compiled to IL when they are installed, or executed for the first time.</summary>
internal readonly struct Compiled : ITier
{
    private static readonly ProbeEngine s_engine = BenchEngine.Create(tierUpAfter: 0, TimeProvider.System);

    public static string Name => "Compiled";

    public static ProbeEngine Engine => s_engine;
}
