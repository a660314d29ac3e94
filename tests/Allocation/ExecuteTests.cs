using HogTrace.Bytecode;
using HogTrace.Runtime;

namespace HogTrace.Tests.Allocation;

/// <summary>Executing probes over one frame that is filled anew allocates nothing while the predicate doesn't fire.</summary>
public sealed class ExecuteTests
{
    private static readonly SiteTests.Account s_guest = new(new SiteTests.User("guest"));

    public static TheoryData<string> Predicates { get; } =
    [
        "arg0 == \"admin\"",
        "arg0 > 100 && len(args) > 3",
        "(arg1 * 3 + arg1) % 4 == 2",
        "arg2.User.Role == \"admin\"",
        "arg1 * 0.5 < -1.0",
        "$req.x == 5",
        "self.Role == 'x' || upperlimit > 3",
    ];

    [Theory]
    [MemberData(nameof(Predicates))]
    public void PredicateThatIsFalse(string predicate)
    {
        using var engine = new ProbeEngine();
        var probe = HogTraceProgram.Compile($"fn:a.b:entry / {predicate} / {{ capture(arg0); }}").Probes[0];
        var frame = new ProbeFrame("a.b", ProbePoint.Entry)
        {
            Self = Value.FromObject(s_guest.User),
            Locals = new Dictionary<string, Value> { ["upperlimit"] = 1 },
        };
        var store = new RequestStore();
        bool isText = predicate.StartsWith("arg0 ==", StringComparison.Ordinal);
        var outcome = RunOutcome.PredicateFalse;
        long bytes = Hits.BytesOf(i =>
        {
            frame.SetArguments(isText ? "guest" : 99, i, Value.FromObject(s_guest));
            outcome |= engine.Execute(probe, frame, store).Outcome;
        });
        Assert.Equal(RunOutcome.PredicateFalse, outcome);
        Assert.Equal(0, bytes);
    }

    [Fact]
    public void ExitProbe()
    {
        using var engine = new ProbeEngine();
        var probe = HogTraceProgram.Compile("fn:a.b:exit / duration > 1.5 || retval == 7 / { capture(retval); }").Probes[0];
        var frame = new ProbeFrame("a.b", ProbePoint.Exit) { ReturnValue = 6, Duration = 0.5 };
        var outcome = RunOutcome.PredicateFalse;
        Assert.Equal(0, Hits.BytesOf(_ => outcome |= engine.Execute(probe, frame).Outcome));
        Assert.Equal(RunOutcome.PredicateFalse, outcome);
    }
}
