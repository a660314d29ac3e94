using System.Diagnostics;
using System.Globalization;
using HogTrace.Bench.Cases;

namespace HogTrace.Bench.Compiling;

/// <summary>Whether callers notice that probes are compiled elsewhere: hits one by one on this thread, while another installs.</summary>
internal static class PauseMeasurement
{
    public const int Probes = 500;
    private const int Hits = 2_000_000;
    private const int Repetitions = 3;

    // Never compiles by itself.
    private static readonly ProbeEngine s_engine = BenchEngine.Create(int.MaxValue, TimeProvider.System);
    private static readonly ProbeSite<string> s_site = ProbeSite.For<string>("Bench.Pause.Hit", "role");

    public static PauseFigures Run()
    {
        using var hit = s_engine.Install(Program("Bench.Pause.Hit", 0));
        s_site.Enter("user");
        TierState.Compile(TierState.ProbeAt("Bench.Pause.Hit"));
        if (TierState.OfSite("Bench.Pause.Hit") != CompiledPart.All)
            throw new InvalidOperationException("The probe that is hit isn't compiled.");
        var (sites, programs) = Prepare();
        CompileAll(sites, programs);

        List<long> quiet = [];
        List<long> compiling = [];
        for (int i = 0; i < Repetitions; i++)
        {
            TimeSpan duration = Compile(sites, programs, compiling);
            long started = Stopwatch.GetTimestamp();
            HitWhile(() => Stopwatch.GetElapsedTime(started) < duration, quiet);
        }

        return new PauseFigures(Distribution(quiet), Distribution(compiling));
    }

    private static (ProbeSite<string>[] Sites, HogTraceProgram[] Programs) Prepare()
    {
        string[] names = [.. Enumerable.Range(1, Probes).Select(number => string.Create(CultureInfo.InvariantCulture, $"Bench.Pause.Site{number}"))];
        return ([.. names.Select(name => ProbeSite.For<string>(name, "role"))], [.. names.Select(Program)]);
    }

    private static HogTraceProgram Program(string site, int number) => HogTraceProgram.Compile(string.Create(
        CultureInfo.InvariantCulture, $"fn:{site}:entry / arg0 == \"admin{number}\" || len(arg0) > {number + 20} / {{ capture(hit=1); }}"));

    private static TimeSpan Compile(ProbeSite<string>[] sites, HogTraceProgram[] programs, List<long> latencies)
    {
        long started = Stopwatch.GetTimestamp();
        var compiler = new Thread(() => CompileAll(sites, programs));
        compiler.Start();
        HitWhile(() => compiler.IsAlive, latencies);
        compiler.Join();
        return Stopwatch.GetElapsedTime(started);
    }

    private static void CompileAll(ProbeSite<string>[] sites, HogTraceProgram[] programs)
    {
        for (int i = 0; i < programs.Length; i++)
        {
            using var installation = s_engine.Install(programs[i]);
            sites[i].Enter("user");
            TierState.Compile(TierState.ProbeAt(sites[i].Name));
            sites[i].Enter("user");
        }
    }

    private static void HitWhile(Func<bool> goesOn, List<long> latencies)
    {
        latencies.EnsureCapacity(Repetitions * Hits);
        var samples = new long[Hits];
        string[] roles = Samples.Roles;
        int count = 0;
        while (count < Hits && goesOn())
        {
            for (int i = 0; i < 256 && count < Hits; i++)
            {
                long started = Stopwatch.GetTimestamp();
                s_site.Enter(roles[i]);
                samples[count++] = Stopwatch.GetTimestamp() - started;
            }
        }

        latencies.AddRange(samples.AsSpan(0, count));
    }

    private static Latencies Distribution(List<long> ticks)
    {
        ticks.Sort();
        double At(double share) => ticks[(int)(share * (ticks.Count - 1))] * 1e9 / Stopwatch.Frequency;
        return new Latencies(At(0.5), At(0.99), At(0.999), At(0.9999), At(1));
    }
}
