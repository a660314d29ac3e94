namespace HogTrace.Bench.Compiling;

/// <summary>Times compilation and loading, from source or bytes to verified program.</summary>
internal static class CompileMeasurement
{
    private const int Probes = 1000;

    public static CompileFigures Run()
    {
        string one = Sources.Typical;
        string many = Sources.Many(Probes);
        byte[] oneBytes = HogTraceProgram.Compile(one).ToBytes();
        var (oneTime, oneGarbage) = Timing.Measure(() => HogTraceProgram.Compile(one), 4000, 3000);
        var (manyTime, manyGarbage) = Timing.Measure(() => HogTraceProgram.Compile(many), 20, 25);
        var (loadTime, loadGarbage) = Timing.Measure(() => HogTraceProgram.Load(oneBytes), 4000, 3000);
        return new CompileFigures(
            oneTime * 1e6, oneGarbage / one.Length, manyTime * 1e3, manyGarbage / many.Length, loadTime * 1e6, loadGarbage);
    }
}
