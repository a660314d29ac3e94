using HogTrace.Bytecode;
using HogTrace.Runtime;

namespace HogTrace.Tests.Unit.Runtime;

public sealed class RoundingTests
{
    public static TheoryData<object?[], object?> Results => new()
    {
        { [2.5], 2L }, { [3.5], 4L }, { [-2.5], -2L }, { [0.5], 0L }, { [1.4], 1L }, { [5], 5L }, { [2.5, null], 2L },
        { [2.675, 2], 2.67 }, { [1.005, 2], 1.0 }, { [0.125, 2], 0.12 }, { [0.375, 2], 0.38 }, { [-0.125, 2], -0.12 }, { [1234.5678, -2], 1200.0 },
        { [1e300, 400], 1e300 }, { [5.0, -400], 0.0 }, { [5e-324, 323], 0.0 }, { [0.1, 20], 0.1 }, { [1.5, 0], 2.0 }, { [-0.4, 0], -0.0 },
        { [1250, -2], 1200L }, { [1350, -2], 1400L }, { [-1250, -2], -1200L }, { [1251, -2], 1300L }, { [5, -1], 0L }, { [15, -1], 20L },
        { [long.MaxValue, -18], 9000000000000000000L }, { [6000000000000000000L, -30], 0L }, { [4000000000000000000L, -19], 0L }, { [123, 5], 123L },
        { [2.5m], 2L }, { [2.345m, 2], 2.34m }, { [2.355m, 2], 2.36m }, { [2.3m, 100], 2.3m },
    };

    [Theory]
    [MemberData(nameof(Results))]
    public void Halves_go_to_even(object?[] arguments, object? expected)
    {
        object? actual = TestRun.Call(Function.Round, arguments).Object;
        Assert.Equal(expected, actual);
        Assert.Equal(expected!.GetType(), actual!.GetType());
    }

    public static TheoryData<object?[], FaultKind> Faults => new()
    {
        { [double.NaN], FaultKind.InvalidValue }, { [double.NaN, 2], FaultKind.InvalidValue }, { [double.PositiveInfinity], FaultKind.Overflow },
        { [1e300], FaultKind.Overflow }, { [double.MaxValue, -308], FaultKind.Overflow }, { [long.MaxValue, -1], FaultKind.Overflow },
        { [9000000000000000000L, -19], FaultKind.Overflow }, { ["a"], FaultKind.TypeMismatch }, { [true], FaultKind.TypeMismatch }, { [1.5, 1.0], FaultKind.TypeMismatch },
        { [decimal.MaxValue], FaultKind.Overflow }, { [1.5m, -1], FaultKind.InvalidValue },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Faults_with(object?[] arguments, FaultKind fault) => Assert.Equal(fault, TestRun.Call(Function.Round, arguments).Fault);
}
