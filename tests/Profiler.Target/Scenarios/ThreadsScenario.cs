using HogTrace.Tests.Profiler.Target.Probing;
using HogTrace.Tests.Profiler.Target.Shapes;

namespace HogTrace.Tests.Profiler.Target.Scenarios;

/// <summary>Methods are armed and disarmed over and over while threads call them; what they return stays right.</summary>
internal static class ThreadsScenario
{
    private const int Rounds = 50;
    private const int ThreadCount = 3;
    private const int HotCallsATour = 50;

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(20);

    private static volatile bool s_stops;

    public static void Run(ProfilerLibrary profiler)
    {
        string undisturbed = Tour.Take();
        var failures = new List<string>();
        var threads = Enumerable.Range(0, ThreadCount).Select(_ => new Thread(() => Call(undisturbed, failures))).ToArray();
        Array.ForEach(threads, thread => thread.Start());

        // Each call that its entry hook sees is seen by its return hook, whatever happens meanwhile.
        var hot = new Probe(ShapeMethods.Hot, keeps: false);
        profiler.Arm(hot);
        for (int round = 0; round < Rounds; round++)
        {
            var probes = Array.ConvertAll(ShapeMethods.AllButHot, method => new Probe(method, keeps: round % 5 == 0, entryOnly: round % 3 == 0));
            Check.That(Array.TrueForAll(profiler.Arm(probes), status => status.Code == 0), "a method wasn't armed");
            Thread.Sleep(s_pause);
            profiler.Disarm(ShapeMethods.AllButHot);
        }

        Check.That(hot.Entries.Count > 0, "the hot method wasn't seen");
        profiler.Disarm(hot.Method);
        ExpectSilence(hot);
        s_stops = true;
        Array.ForEach(threads, thread => thread.Join());
        Check.Equal(hot.Entries.Count, hot.Returns.Count, "returns of the hot method");
        Check.That(failures.Count == 0, string.Join("; ", failures));
        Check.Equal(undisturbed, Tour.Take(), "the tour at the end");
    }

    private static void ExpectSilence(Probe hot)
    {
        // Calls that were under way.
        Thread.Sleep(s_pause);
        var (seen, calls) = (hot.Entries.Count, Inlined.Calls);
        Check.That(SpinWait.SpinUntil(() => Inlined.Calls > calls + 1000, TimeSpan.FromSeconds(10)), "nothing calls the hot method");
        Check.Equal(seen, hot.Entries.Count, "entries after disarming");
    }

    private static void Call(string undisturbed, List<string> failures)
    {
        while (!s_stops)
        {
            if (Tour.Take() is var tour && tour != undisturbed)
                Fail($"a tour gave {tour}");
            for (int i = 0; i < HotCallsATour; i++)
            {
                if (Inlined.Hot(i) != i * 8)
                    Fail("the hot method gave something else");
            }
        }

        void Fail(string what)
        {
            lock (failures)
                failures.Add(what);
            s_stops = true;
        }
    }
}
