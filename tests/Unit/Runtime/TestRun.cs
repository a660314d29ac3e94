using HogTrace.Bytecode;
using HogTrace.Runtime;

namespace HogTrace.Tests.Unit.Runtime;

/// <summary>What an operation gave: its value, or its fault.</summary>
public readonly record struct Outcome(Value Value, FaultKind Fault, string? Message, int Touched, int Allocated)
{
    public object? Object
    {
        get
        {
            Assert.True(Fault == FaultKind.None, $"{Fault}: {Message}");
            return Value.ToObject();
        }
    }
}

internal static class TestRun
{
    public delegate FaultKind Operation(ref RunContext run, out Value result);

    public delegate FaultKind Binary(in Value a, in Value b, ref RunContext run, out Value result);

    public delegate FaultKind Order(in Value a, in Value b, ref RunContext run, out bool result);

    /// <summary>The default limits, with time enough on a busy machine.</summary>
    public static readonly RunLimits Generous = RunLimits.Default with { WallClock = TimeSpan.FromMinutes(5) };

    private static readonly RunHost s_host = NewHost(Generous);

    public static RunHost NewHost(RunLimits limits) => new Host(limits);

    public static Outcome Do(Operation operation, RunLimits? limits = null)
    {
        var run = new RunContext(limits is null ? s_host : NewHost(limits));
        try
        {
            FaultKind fault = operation(ref run, out Value result);
            Assert.Equal(fault, run.Fault);
            if (fault != FaultKind.None)
                Assert.False(string.IsNullOrEmpty(run.FaultMessage));
            return new(result, fault, run.FaultMessage, run.Touched, run.Allocated);
        }
        finally
        {
            run.End();
        }
    }

    public static Outcome Do(Binary operation, object? a, object? b, RunLimits? limits = null) =>
        Do((ref RunContext run, out Value result) => operation(Value.FromObject(a), Value.FromObject(b), ref run, out result), limits);

    public static Outcome Do(Order operation, object? a, object? b) =>
        Do((ref RunContext run, out Value result) =>
        {
            FaultKind fault = operation(Value.FromObject(a), Value.FromObject(b), ref run, out bool holds);
            result = Value.FromBool(holds);
            return fault;
        });

    public static Outcome Call(Function function, params object?[] arguments) => Call(Generous, function, arguments);

    public static Outcome Call(RunLimits limits, Function function, params object?[] arguments) =>
        Do((ref RunContext run, out Value result) =>
            Builtins.Call(function, arguments.Select(Value.FromObject).ToArray(), ref run, out result), limits);

    public static Outcome Item(object? target, object? index, RunLimits? limits = null) => Do(Items.Get, target, index, limits);

    public static Outcome Slice(object? target, object? start, object? stop, object? step, int parts = 7, RunLimits? limits = null) =>
        Do((ref RunContext run, out Value result) => Items.Slice(
            Value.FromObject(target), Value.FromObject(start), Value.FromObject(stop), Value.FromObject(step), parts, ref run, out result), limits);

    private sealed class Host(RunLimits limits) : RunHost(limits, new MemberResolver(MemberPolicy.Safe), SnapshotOptions.Default)
    {
        public override RequestStore CurrentStore { get; } = new();
    }
}
