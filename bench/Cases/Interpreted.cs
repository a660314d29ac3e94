namespace HogTrace.Bench.Cases;

/// <summary>Nothing is ever compiled.</summary>
internal readonly struct Interpreted : ITier
{
    private static readonly ProbeEngine s_engine = BenchEngine.Create(tierUpAfter: -1, TimeProvider.System);

    public static string Name => "Interpreted";

    public static ProbeEngine Engine => s_engine;
}
