using HogTrace.IlRewriting.Plans;
using HogTrace.Tests.Profiler.Target.Probing;
using HogTrace.Tests.Profiler.Target.Shapes;

namespace HogTrace.Tests.Profiler.Target.Scenarios;

/// <summary>A method that is armed already gets another plan, and keeps the one it has when the other is declined.</summary>
internal static class ReplacingScenario
{
    private const ushort NoParameter = 9;

    public static void Run(ProfilerLibrary profiler)
    {
        var method = ShapeMethods.Get(typeof(Statics), nameof(Statics.Add));
        var (first, second) = (new Probe(method), new Probe(method, entryOnly: true));
        profiler.Arm(first);
        Inlined.CallAdd(1, 1);
        profiler.Arm(second);
        Inlined.CallAdd(2, 2);
        Check.Equal(("(1,1)", "(2)"), (first.Entries.Calls, first.Returns.Calls), "the first plan");
        Check.Equal("(2,2)", second.Entries.Calls, "the second plan");

        var unfit = new ProbePlan(new HookCall(1, HookForm.Packed, [new HookInput(InputKind.Argument, NoParameter)]), null, null, ReadsClock: false);
        var status = profiler.Arm([(method, unfit)])[0];
        Check.That(status is { Code: > 0, Detail.Length: > 0 }, $"the unfit plan got {status}");
        Inlined.CallAdd(3, 3);
        Check.Equal("(2,2) (3,3)", second.Entries.Calls, "the second plan, after one was declined");

        profiler.Disarm(method);
        Inlined.CallAdd(4, 4);
        Check.Equal((1, 2), (first.Entries.Count, second.Entries.Count), "both plans, when disarmed");
        profiler.Arm(first);
        Inlined.CallAdd(5, 5);
        Check.Equal("(1,1) (5,5)", first.Entries.Calls, "the first plan, armed again");
        profiler.Disarm(method, method);
    }
}
