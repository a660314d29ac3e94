using HogTrace.Tests.Profiler.Target.Probing;
using HogTrace.Tests.Profiler.Target.Scenarios;

namespace HogTrace.Tests.Profiler.Target;

/// <summary>
/// A process that is probed, and probes itself. Arguments: a scenario, and the profiler's library. Says "ready" when it has
/// run what it will probe, waits for the profiler if it isn't there from the start, and ends with 0 or with what failed.
/// </summary>
internal static class EntryPoint
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private static readonly Dictionary<string, Action<ProfilerLibrary>> s_scenarios = new()
    {
        ["shapes"] = ShapesScenario.Run,
        ["replacing"] = ReplacingScenario.Run,
        ["inlining"] = InliningScenario.Run,
        ["framework"] = FrameworkScenario.Run,
        ["refusals"] = RefusalsScenario.Run,
        ["requests"] = RequestsScenario.Run,
        ["threads"] = ThreadsScenario.Run,
    };

    private static int Main(string[] arguments)
    {
        try
        {
            var scenario = s_scenarios[arguments[0]];
            var profiler = new ProfilerLibrary(arguments[1]);
            _ = Shapes.Tour.Take();
            Console.WriteLine("ready");
            Check.That(SpinWait.SpinUntil(() => profiler.State > 0, s_patience), "the profiler didn't come");
            Console.WriteLine($"state {profiler.State}");
            scenario(profiler);
            Check.Equal(0, profiler.FailureCount, "late failures");
            return 0;
        }
        catch (CheckFailedException failed)
        {
            Console.WriteLine(failed.Message);
            return 1;
        }
    }
}
