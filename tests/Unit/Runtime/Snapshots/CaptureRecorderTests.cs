using HogTrace.Runtime;

namespace HogTrace.Tests.Unit.Runtime.Snapshots;

public sealed class CaptureRecorderTests
{
    private static readonly CaptureSite s_site = new(["a"], [], SecretNames.Default);

    [Fact]
    public void Captures_of_a_run_are_limited()
    {
        var run = new RunContext(new SnapshotHost(limits: new() { Captures = 2 }));
        Assert.Equal(FaultKind.None, CaptureRecorder.Record(s_site, [Value.FromInt(1)], ref run));
        Assert.Equal(FaultKind.None, CaptureRecorder.Record(s_site, [Value.FromInt(2)], ref run));
        Assert.Equal(FaultKind.LimitExceeded, CaptureRecorder.Record(s_site, [Value.FromInt(3)], ref run));
        Assert.Equal(2, run.Captures!.Count);
    }

    [Fact]
    public void Every_node_costs_fuel_and_nothing_is_appended_without()
    {
        int[] items = [1, 2, 3];
        var run = new RunContext(new SnapshotHost());
        CaptureRecorder.Record(s_site, [Value.FromReference(items)], ref run);
        Assert.Equal(4, run.Touched);

        run = new RunContext(new SnapshotHost(limits: new() { InstructionBudget = 3 }));
        Assert.Equal(FaultKind.LimitExceeded, CaptureRecorder.Record(s_site, [Value.FromReference(items)], ref run));
        Assert.Null(run.Captures);
    }

    [Fact]
    public void Memory_is_charged()
    {
        var run = new RunContext(new SnapshotHost(limits: new() { AllocationBytes = 200 }));
        Assert.Equal(
            FaultKind.LimitExceeded,
            CaptureRecorder.Record(s_site, [Value.FromReference(new int[50])], ref run));
        Assert.Null(run.Captures);
    }

    [Fact]
    public void Secret_fields_are_redacted_by_name_and_by_flow()
    {
        var site = new CaptureSite(["x", "api_key", "y"], [true], SecretNames.Default);
        var run = new RunContext(new SnapshotHost());
        CaptureRecorder.Record(site, [Value.FromString("s1"), Value.FromString("s2"), Value.FromString("open")], ref run);
        Assert.Equal(
            ["[redacted]", "[redacted]", "open"], run.Captures![0].Fields.Select(field => field.Value.ToObject()));
    }
}
