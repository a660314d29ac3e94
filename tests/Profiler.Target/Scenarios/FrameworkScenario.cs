using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using HogTrace.Tests.Profiler.Target.Probing;
using HogTrace.Tests.Profiler.Target.Shapes;

namespace HogTrace.Tests.Profiler.Target.Scenarios;

/// <summary>Methods of the framework, which are compiled ahead of time, and of a load context of its own.</summary>
internal static class FrameworkScenario
{
    public static void Run(ProfilerLibrary profiler)
    {
        Probe[] probes =
        [
            new(typeof(string).GetMethod(nameof(string.Trim), Type.EmptyTypes)!, keeps: false),
            new(typeof(int).GetMethod(nameof(int.CompareTo), [typeof(int)])!, keeps: false),
            new(typeof(List<>).GetMethod("Insert")!, keeps: false),
        ];
        foreach (var (status, probe) in profiler.Arm(probes).Zip(probes))
            Check.Equal(new ArmStatus(0, ""), status, probe.Method.ToString()!);
        Call();
        foreach (var probe in probes)
            Check.That(probe.Entries.Count > 0 && probe.Entries.Count == probe.Returns.Count, $"{probe.Method} was not seen");
        profiler.Disarm([.. probes.Select(probe => probe.Method)]);

        var own = new AssemblyLoadContext("own").LoadFromAssemblyPath(typeof(Statics).Assembly.Location);
        var method = own.GetType(typeof(Statics).FullName!)!.GetMethod(nameof(Statics.Add))!;
        var add = new Probe(method);
        Check.Equal(new ArmStatus(0, ""), profiler.Arm(add)[0], "a method of another load context");
        _ = method.Invoke(null, [1, 2]);
        Check.Equal("(1,2)", add.Entries.Calls, "a method of another load context");
        profiler.Disarm(method);

        // An instantiation's handle stands for all of them.
        var pair = ShapeMethods.Get(typeof(Holder<>), nameof(Holder<>.Pair));
        var instantiated = typeof(Holder<string>).GetMethod(nameof(Holder<>.Pair))!.MakeGenericMethod(typeof(int));
        var probeOfPair = new Probe(pair);
        Check.Equal(new ArmStatus(0, ""), profiler.Arm([(instantiated, probeOfPair.Plan)])[0], "an instantiation");
        _ = Tour.Take();
        Check.Equal(2, probeOfPair.Entries.Count, "calls of other instantiations");
        profiler.Disarm(instantiated);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Call()
    {
        _ = "  text ".Trim();
        _ = 5.CompareTo(6);
        new List<int>().Insert(0, 1);
        new List<string>().Insert(0, "");
    }
}
