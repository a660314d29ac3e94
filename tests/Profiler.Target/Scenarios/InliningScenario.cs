using HogTrace.Tests.Profiler.Target.Probing;
using HogTrace.Tests.Profiler.Target.Shapes;

namespace HogTrace.Tests.Profiler.Target.Scenarios;

/// <summary>Methods that were inlined are seen, for as long as they are armed and whatever else is disarmed.</summary>
internal static class InliningScenario
{
    private const int CallsToTierUp = 20_000;

    private static readonly TimeSpan s_tieringPause = TimeSpan.FromMilliseconds(300);

    public static void Run(ProfilerLibrary profiler)
    {
        TierUp();
        var triple = new Probe(ShapeMethods.Get(typeof(Inlined), nameof(Inlined.Triple)), keeps: false);
        var quintuple = new Probe(ShapeMethods.Get(typeof(Inlined), nameof(Inlined.Quintuple)), keeps: false);
        var both = new Probe(ShapeMethods.Get(typeof(Inlined), nameof(Inlined.Both)), keeps: false);

        profiler.Arm(triple);
        Expect((1, 0, 0), "the callee alone");
        profiler.Arm(both, quintuple);
        Expect((2, 1, 1), "its inliner, too");
        profiler.Disarm(both.Method);
        Expect((3, 2, 1), "its inliner disarmed");
        profiler.Disarm(quintuple.Method);
        Expect((4, 2, 1), "another callee disarmed");

        TierUp();
        Check.Equal((4 + CallsToTierUp, 2, 1), Counts(), "after optimization");
        profiler.Disarm(triple.Method);
        Expect((4 + CallsToTierUp, 2, 1), "nothing armed");
        Check.That(SpinWait.SpinUntil(() => profiler.Statistics[^1] == 0, s_tieringPause), "inliners didn't go back");

        void Expect((long, long, long) counts, string what)
        {
            Check.Equal(16, Inlined.Both(2), "the result");
            Check.Equal(counts, Counts(), what);
        }

        (long, long, long) Counts() => (triple.Entries.Count, quintuple.Entries.Count, both.Entries.Count);
    }

    private static void TierUp()
    {
        for (int i = 0; i < CallsToTierUp / 2; i++)
            _ = Inlined.Both(i);
        Thread.Sleep(s_tieringPause);
        for (int i = 0; i < CallsToTierUp / 2; i++)
            _ = Inlined.Both(i);
    }
}
