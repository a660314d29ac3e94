using System.Diagnostics;
using HogTrace.Bench.Cases;

namespace HogTrace.Bench.Compiling;

/// <summary>
/// Times what it takes to put a verified program into a site and hit it once, on each tier. The difference is the
/// compilation.
/// </summary>
internal static class InstallMeasurement
{
    private const int WarmUps = 60;
    private const int Calls = 120;

    private static readonly ProbeSite<string> s_text = ProbeSite.For<string>("Bench.Install.P1", "role");
    private static readonly ProbeSite<long, string> s_count = ProbeSite.For<long, string>("Bench.Install.P2", "n", "name");
    private static readonly ProbeSite<long, long> s_numbers = ProbeSite.For<long, long>("Bench.Install.P3", "a", "b");
    private static readonly ProbeSite<Visit> s_visit = ProbeSite.For<Visit>("Bench.Install.P4", "visit");
    private static readonly ProbeSite<long, long> s_many = ProbeSite.For<long, long>("Bench.Install.P6", "a", "b");
    private static readonly Visit s_user = new(new User("user"));

    private static readonly (string Id, string Predicate, Action Hit)[] s_predicates =
    [
        ("P1", "arg0 == \"admin\"", () => s_text.Enter("user")),
        ("P2", "arg0 > 100 && len(args) > 2", () => s_count.Enter(1, "name")),
        ("P3", "(arg0 * 3 + arg1) % 7 == 2", () => s_numbers.Enter(1, 0)),
        ("P4", "arg0.user.role == \"admin\"", () => s_visit.Enter(s_user)),
        ("P6", LongExpression.Text, () => s_many.Enter(1, 0)),
    ];

    /// <summary>Milliseconds of the first compilation to IL; before anything else in the process.</summary>
    public static double First()
    {
        var (id, predicate, hit) = s_predicates[0];
        var program = Compile(id, predicate);
        var engine = Compiled.Engine;
        // What the interpreter needs is not the compiler's.
        using (Interpreted.Engine.Install(program))
            hit();
        long started = Stopwatch.GetTimestamp();
        using var installation = engine.Install(program);
        hit();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    public static IReadOnlyList<InstallFigures> Run() => [.. s_predicates.Select(Measure)];

    private static InstallFigures Measure((string Id, string Predicate, Action Hit) predicate)
    {
        var program = Compile(predicate.Id, predicate.Predicate);
        var interpreted = Measure<Interpreted>(program, predicate);
        var compiled = Measure<Compiled>(program, predicate);
        return new InstallFigures(
            predicate.Id, interpreted.Seconds * 1e6, interpreted.Bytes, compiled.Seconds * 1e6, compiled.Bytes);
    }

    private static (double Seconds, double Bytes) Measure<TTier>(HogTraceProgram program, (string Id, string Predicate, Action Hit) predicate)
        where TTier : struct, ITier
    {
        Installation? installation = null;
        var expected = typeof(TTier) == typeof(Compiled) ? CompiledPart.All : CompiledPart.None;
        return Timing.Measure(
            () =>
            {
                installation = TTier.Engine.Install(program);
                predicate.Hit();
            },
            WarmUps,
            Calls,
            () =>
            {
                if (TierState.OfSite(SiteOf(predicate.Id)) != expected)
                    throw new InvalidOperationException($"{predicate.Id}: installed on another tier than asked for.");
                installation!.Dispose();
            });
    }

    private static string SiteOf(string id) => $"Bench.Install.{id}";

    private static HogTraceProgram Compile(string id, string predicate) =>
        HogTraceProgram.Compile($"fn:{SiteOf(id)}:entry / {predicate} / {{ capture(hit=1); }}");
}
