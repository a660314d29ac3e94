using HogTrace.Bytecode;
using HogTrace.Runtime;

namespace HogTrace.Tests.Unit.Runtime;

public sealed class ScalarAllocationTests
{
    [Fact]
    public void Scalar_operations_allocate_nothing()
    {
        var host = TestRun.NewHost(RunLimits.Default);
        Value text = "role", other = string.Concat("ro", "le"), numbers = Value.FromObject(new[] { 1, 2, 3 });
        Run(host, text, other, numbers, 200);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Run(host, text, other, numbers, 200);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Run(RunHost host, in Value text, in Value other, in Value numbers, int rounds)
    {
        for (int i = 0; i < rounds; i++)
        {
            var run = new RunContext(host);
            FaultKind fault = Operators.Add(i, 2, ref run, out Value value);
            fault |= Operators.Mul(value, 3, ref run, out value);
            fault |= Operators.Sub(value, 0.5, ref run, out value);
            fault |= Operators.Div(value, 2.0, ref run, out value);
            fault |= Operators.Mod(value, 7, ref run, out value);
            fault |= Operators.Neg(value, ref run, out value);
            fault |= Operators.Lt(value, i, ref run, out bool less);
            fault |= Operators.Ge(text, other, ref run, out bool atLeast);
            fault |= Items.Get(numbers, -1, ref run, out Value item);
            fault |= Items.Get(text, 0, ref run, out Value unit);
            fault |= Builtins.Call(Function.Len, [numbers], ref run, out Value length);
            fault |= Builtins.Call(Function.StartsWith, [text, unit], ref run, out Value starts);
            fault |= Builtins.Call(Function.Max, [item, i, 2.5], ref run, out Value max);
            fault |= Builtins.Call(Function.Abs, [value], ref run, out value);
            if (fault != FaultKind.None || !less && i < 0 || !atLeast || !Operators.AreEqual(text, other) || !starts.IsTrue || !length.IsTrue || !max.IsTrue)
                throw new InvalidOperationException($"{run.FaultMessage}");
            if (Value.From(i).Kind != ValueKind.Int || Value.From(DayOfWeek.Friday).Kind != ValueKind.Object || Value.From<int?>(i).IsNone
                || Value.From<short?>(7).Kind != ValueKind.Int || Value.From<DayOfWeek?>(DayOfWeek.Friday).Kind != ValueKind.Object || !Value.From<byte?>(null).IsNone)
                throw new InvalidOperationException();
        }
    }
}
