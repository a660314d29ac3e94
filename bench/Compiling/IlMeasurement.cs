using System.Diagnostics;
using HogTrace.Bench.Cases;
using HogTrace.Installing;

namespace HogTrace.Bench.Compiling;

/// <summary>
/// Times the way of a verified program to its first interpreted hit, and of a probe that has been hit for a while to its
/// first compiled one: what goes on in the background, here at once and on this thread.
/// </summary>
internal static class IlMeasurement
{
    private const int WarmUps = 60;
    private const int Calls = 120;
    private const int HitsBefore = 100;

    // Never gets hot by itself.
    private static readonly ProbeEngine s_engine = BenchEngine.Create(int.MaxValue, TimeProvider.System);

    /// <summary>Milliseconds of the first compilation to IL; before anything else in the process.</summary>
    public static double First()
    {
        var predicate = InstallablePredicate.All[0];
        var program = predicate.Compile();
        using var installation = s_engine.Install(program);
        var probe = HitOften(predicate);
        long started = Stopwatch.GetTimestamp();
        TierState.Compile(probe);
        predicate.Hit();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    public static IReadOnlyList<ProbeBuildFigures> Run() => [.. InstallablePredicate.All.Select(Measure)];

    private static ProbeBuildFigures Measure(InstallablePredicate predicate) =>
        new(predicate.Id, Cost.Of(Install(predicate)), Cost.Of(AtSite(predicate)), Cost.Of(OverFrames(predicate)));

    private static (double Seconds, double Bytes) Install(InstallablePredicate predicate)
    {
        var program = predicate.Compile();
        Installation? installation = null;
        return Timing.Measure(
            () => program,
            program =>
            {
                installation = s_engine.Install(program);
                predicate.Hit();
            },
            _ =>
            {
                Require(TierState.OfSite(predicate.Site) == CompiledPart.None, predicate);
                installation!.Dispose();
            },
            WarmUps,
            Calls);
    }

    private static (double Seconds, double Bytes) AtSite(InstallablePredicate predicate)
    {
        var program = predicate.Compile();
        return Timing.Measure(
            () => (Installation: s_engine.Install(program), Probe: HitOften(predicate)),
            state =>
            {
                TierState.Compile(state.Probe);
                predicate.Hit();
            },
            state =>
            {
                Require(TierState.OfSite(predicate.Site) == CompiledPart.All, predicate);
                state.Installation.Dispose();
            },
            WarmUps,
            Calls);
    }

    private static (double Seconds, double Bytes) OverFrames(InstallablePredicate predicate)
    {
        var bytes = predicate.Compile().ToBytes();
        var frame = new ProbeFrame("Bench.Frame", Bytecode.ProbePoint.Entry);
        frame.SetArguments(predicate.Arguments);
        return Timing.Measure(
            () =>
            {
                // Code is kept with the probe.
                var probe = HogTraceProgram.Load(bytes).Probes[0];
                for (int i = 0; i < HitsBefore; i++)
                    s_engine.Execute(probe, frame);
                return probe;
            },
            probe =>
            {
                TierState.CompileForFrames(probe, frame.Arguments.Length);
                s_engine.Execute(probe, frame);
            },
            probe => Require(TierState.IsCompiledForFrames(probe, frame.Arguments.Length), predicate),
            WarmUps,
            Calls);
    }

    private static InstalledProbe HitOften(InstallablePredicate predicate)
    {
        for (int i = 0; i < HitsBefore; i++)
            predicate.Hit();
        return TierState.ProbeAt(predicate.Site);
    }

    private static void Require(bool isSo, InstallablePredicate predicate)
    {
        if (!isSo)
            throw new InvalidOperationException($"{predicate.Id}: ended up on another tier than asked for.");
    }
}
