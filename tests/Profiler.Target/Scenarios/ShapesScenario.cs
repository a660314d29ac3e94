using HogTrace.Tests.Profiler.Target.Probing;
using HogTrace.Tests.Profiler.Target.Shapes;

namespace HogTrace.Tests.Profiler.Target.Scenarios;

/// <summary>Methods of all shapes are armed at once, do what they did, and tell their hooks what is so.</summary>
internal static class ShapesScenario
{
    // What hooks are told by one tour at entries, returns and throws.
    private static readonly (Type Type, string Name, string Entries, string Returns, string Throws)[] s_expected =
    [
        (typeof(Statics), nameof(Statics.Add), "(1,2)", "(3)", ""),
        (typeof(Statics), nameof(Statics.References), "(3,5,0)", "()", ""),
        (typeof(Statics), nameof(Statics.Element), "(1) (1) (2)", "(20) (21) (30)", ""),
        (typeof(Statics), nameof(Statics.Nine), "(1,2,abc,4.5,5,6,g,(8.25,null))", "(132)", ""),
        (typeof(Statics), nameof(Statics.SpanLength), "(2)", "(7)", ""),
        (typeof(Statics), nameof(Statics.Name), "(3) (9)", "(three) (many)", ""),
        (typeof(Throwing), nameof(Throwing.Clauses), "(0) (1) (2)", "(2) (11) (20)", ""),
        (typeof(Throwing), nameof(Throwing.Deep), "(3) (2) (1) (0)", "", "(ArgumentException) (ArgumentException) (ArgumentException) (ArgumentException)"),
        (typeof(Throwing), nameof(Throwing.Null), "(null)", "", "(NullReferenceException)"),
        (typeof(Throwing), nameof(Throwing.Divide), "(1,0)", "", "(DivideByZeroException)"),
        (typeof(Inlined), nameof(Inlined.Triple), "(2) (2)", "(6) (6)", ""),
        (typeof(Point), nameof(Point.Sum), "(4/4,1)", "(9)", ""),
        (typeof(Point), nameof(Point.Move), "(3/4)", "()", ""),
        (typeof(Point), ".ctor", "(3,4) (1,2)", "() ()", ""),
        (typeof(Animal), nameof(Animal.Speak), "(animal,me)", "(...me)", ""),
        (typeof(Animal), ".ctor", "(4) (6)", "() ()", ""),
        (typeof(Dog), nameof(Dog.Speak), "(dog,you)", "(Rex barks at you)", ""),
        (typeof(Dog), ".ctor", "(Rex)", "()", ""),
        (typeof(Holder<>), nameof(Holder<>.Pair), "(holder,a,2) (holder,3,c)", "((2, a)) ((c, 3))", ""),
        (typeof(Holder<>), nameof(Holder<>.Describe), "(1.5) (d)", "(Double 1.5) (String d)", ""),
        (typeof(Slot<>), nameof(Slot<>.Get), "(slot,1) (slot,2)", "(9) (nine)", ""),
        (typeof(Slot<>), nameof(Slot<>.Same), "(7) (s) (1/2)", "(7) (s) (1/2)", ""),
    ];

    public static void Run(ProfilerLibrary profiler)
    {
        string undisturbed = Tour.Take();
        var probes = Array.ConvertAll(ShapeMethods.All, method => new Probe(method));
        var statuses = profiler.Arm(probes);
        for (int i = 0; i < probes.Length; i++)
            Check.Equal(new ArmStatus(0, ""), statuses[i], probes[i].Method.ToString()!);

        Check.Equal(undisturbed, Tour.Take(), "the tour with probes");
        foreach (var probe in probes)
            Check.Equal(probe.Entries.Count, probe.Returns.Count + probe.Throws.Count, $"returns and throws of {probe.Method}");
        foreach (var (type, name, entries, returns, throws) in s_expected)
        {
            var probe = probes.Single(probe => probe.Method.DeclaringType == type && probe.Method.Name == name);
            Check.Equal((entries, returns, throws), (probe.Entries.Calls, probe.Returns.Calls, probe.Throws.Calls), $"{type.Name}.{name}");
        }

        profiler.Disarm(ShapeMethods.All);
        long[] before = Counts(probes);
        Check.Equal(undisturbed, Tour.Take(), "the tour without probes");
        Check.That(Counts(probes).SequenceEqual(before), "hooks were called after disarming");
        Check.Equal(0, profiler.Statistics[0], "methods armed");
    }

    private static long[] Counts(Probe[] probes) => Array.ConvertAll(probes, probe => probe.Entries.Count);
}
