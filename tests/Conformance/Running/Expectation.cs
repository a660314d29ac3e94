using HogTrace.Runtime;
using HogTrace.Tests.Conformance.Reading;
using HogTrace.Tests.Conformance.Tiers;

namespace HogTrace.Tests.Conformance.Running;

/// <summary>Holds a run against what its case expects.</summary>
internal static class Expectation
{
    public static void Check(ConformanceCase item, CaseRun run)
    {
        int budget = item.Options.Engine.Limits.InstructionBudget;
        for (int i = 0; i < item.Frames.Count; i++)
            Check(item.Frames[i], run.Frames[i], budget);
        foreach (var (request, store) in item.Stores)
            Assert.Equal(store, run.Stores.GetValueOrDefault(request, "{}"));
    }

    private static void Check(CaseFrame frame, IReadOnlyList<ProbeRun> runs, int budget)
    {
        Assert.NotEmpty(runs);
        Assert.Equal(frame.Captures ?? [], runs.SelectMany(run => run.Captures));
        string[] faults = [.. runs.Where(run => run.Fault is not null).Select(run => Describe(run.Fault!))];
        Assert.Equal(frame.Faults ?? [], faults);
        if (frame.Outcome is not null)
            Assert.Equal(frame.Outcome, Assert.Single(runs).Outcome.ToString());
        else if (frame.Captures is null && frame.Faults is null)
            Assert.All(runs, run => Assert.NotEqual(RunOutcome.PredicateFalse, run.Outcome));
        if (frame.Fuel is { } fuel)
            Assert.Equal(fuel, runs.Sum(run => budget - run.FuelLeft));
    }

    private static string Describe(ProbeFault fault) => $"{fault.Kind}@{fault.Line}:{fault.Column}";
}
