using HogTrace.Runtime;

namespace HogTrace.Tests.Unit.Runtime;

public sealed class ArithmeticTests
{
    public static TheoryData<string, object?, object?, object?> Results => new()
    {
        { "+", 2L, 3L, 5L }, { "-", 2L, 3L, -1L }, { "*", -4L, 3L, -12L }, { "/", 7L, 2L, 3L }, { "%", 7L, 2L, 1L },
        { "/", -7L, 2L, -3L }, { "%", -7L, 2L, -1L }, { "/", 7L, -2L, -3L }, { "%", 7L, -2L, 1L },
        { "/", 7L, -1L, -7L }, { "%", 7L, -1L, 0L }, { "%", long.MinValue, -1L, 0L },
        { "+", long.MaxValue, long.MinValue, -1L }, { "-", long.MinValue, long.MinValue, 0L }, { "*", long.MinValue, 1L, long.MinValue },
        { "+", 1.5, 2.5, 4.0 }, { "+", 1L, 0.5, 1.5 }, { "-", 0.5, 1L, -0.5 }, { "*", 2L, 0.25, 0.5 }, { "/", 1L, 4.0, 0.25 },
        { "/", 1.0, 4.0, 0.25 }, { "%", -5.5, 2L, -1.5 }, { "%", 5.5, -2.0, 1.5 }, { "*", 1e308, 10.0, double.PositiveInfinity },
        { "+", 1.5m, 2L, 3.5m }, { "-", 2L, 1.5m, 0.5m }, { "*", 1.5m, 1.5m, 2.25m }, { "/", 1m, 4L, 0.25m }, { "%", -5.5m, 2L, -1.5m },
        { "+", 1.5m, 0.5, 2.0 }, { "/", 1.0, 4m, 0.25 },
        { "+", "ab", "c", "abc" }, { "+", "", "", "" }, { "+", 'a', "b", "ab" },
    };

    [Theory]
    [MemberData(nameof(Results))]
    public void Computes(string op, object? a, object? b, object? expected)
    {
        object? actual = TestRun.Do(Operator(op), a, b).Object;
        Assert.Equal(expected, actual);
        Assert.Equal(expected!.GetType(), actual!.GetType());
    }

    public static TheoryData<string, object?, object?, FaultKind, string> Faults => new()
    {
        { "+", long.MaxValue, 1L, FaultKind.Overflow, "add" }, { "+", long.MinValue, -1L, FaultKind.Overflow, "add" },
        { "-", long.MinValue, 1L, FaultKind.Overflow, "subtract" }, { "*", long.MinValue, -1L, FaultKind.Overflow, "multiply" },
        { "*", 1L << 32, 1L << 31, FaultKind.Overflow, "multiply" }, { "/", long.MinValue, -1L, FaultKind.Overflow, "divide" },
        { "/", 1L, 0L, FaultKind.DivisionByZero, "division" }, { "%", 1L, 0L, FaultKind.DivisionByZero, "modulo" },
        { "/", 1.0, 0.0, FaultKind.DivisionByZero, "division" }, { "%", 1.0, -0.0, FaultKind.DivisionByZero, "modulo" },
        { "/", 1m, 0L, FaultKind.DivisionByZero, "division" }, { "%", 1L, 0m, FaultKind.DivisionByZero, "modulo" },
        { "*", decimal.MaxValue, 2L, FaultKind.Overflow, "multiply" }, { "+", decimal.MaxValue, 1m, FaultKind.Overflow, "add" },
        { "+", 1L, "a", FaultKind.TypeMismatch, "can't add Int and String" }, { "+", "a", null, FaultKind.TypeMismatch, "String and None" },
        { "-", "a", "b", FaultKind.TypeMismatch, "subtract String and String" }, { "*", "a", 2L, FaultKind.TypeMismatch, "multiply" },
        { "+", true, 1L, FaultKind.TypeMismatch, "Bool and Int" }, { "%", 1.0, false, FaultKind.TypeMismatch, "Float and Bool" },
        { "+", DayOfWeek.Monday, 1L, FaultKind.TypeMismatch, "System.DayOfWeek and Int" }, { "/", null, null, FaultKind.TypeMismatch, "divide None" },
        { "+", DateTime.UnixEpoch, TimeSpan.Zero, FaultKind.TypeMismatch, "System.DateTime" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Faults_name_the_operator(string op, object? a, object? b, FaultKind fault, string message)
    {
        Outcome outcome = TestRun.Do(Operator(op), a, b);
        Assert.Equal(fault, outcome.Fault);
        Assert.Contains(message, outcome.Message, StringComparison.Ordinal);
        Assert.Equal(ValueKind.None, outcome.Value.Kind);
    }

    [Theory]
    [InlineData(5L, -5L)]
    [InlineData(long.MaxValue, -long.MaxValue)]
    [InlineData(2.5, -2.5)]
    public void Negates(object value, object expected) => Assert.Equal(expected, Negate(value).Object);

    [Fact]
    public void Negates_decimals() => Assert.Equal(-1.5m, Negate(1.5m).Object);

    [Fact]
    public void Negation_faults()
    {
        Assert.Equal(FaultKind.Overflow, Negate(long.MinValue).Fault);
        Assert.Equal(FaultKind.TypeMismatch, Negate("a").Fault);
        Assert.Equal(FaultKind.TypeMismatch, Negate(true).Fault);
        Assert.Equal(FaultKind.TypeMismatch, Negate(null).Fault);
    }

    [Fact]
    public void Strings_and_decimals_are_charged()
    {
        Assert.Equal(8, TestRun.Do(Operators.Add, "ab", "cd").Allocated);
        Assert.Equal(32, TestRun.Do(Operators.Add, 1m, 1L).Allocated);
        Assert.Equal(0, TestRun.Do(Operators.Add, 1m, 1.0).Allocated);
        var limits = new RunLimits { StringUnits = 3 };
        Assert.Equal(FaultKind.LimitExceeded, TestRun.Do(Operators.Add, "ab", "cd", limits).Fault);
        Assert.Equal("abc", TestRun.Do(Operators.Add, "ab", "c", limits).Object);
        Assert.Equal(FaultKind.LimitExceeded, TestRun.Do(Operators.Add, 1m, 1L, new RunLimits { AllocationBytes = 31 }).Fault);
    }

    [Fact]
    public void Every_pair_of_edge_Ints_agrees_with_exact_arithmetic()
    {
        long[] edges = [0, 1, -1, 2, -2, 3, 7, -7, 1L << 31, -(1L << 31), 3037000499, 3037000500, long.MaxValue, long.MaxValue - 1, long.MinValue, long.MinValue + 1];
        foreach (long a in edges)
        {
            foreach (long b in edges)
            {
                Check("+", a, b, (Int128)a + b);
                Check("-", a, b, (Int128)a - b);
                Check("*", a, b, (Int128)a * b);
                Check("/", a, b, b == 0 ? null : (Int128)a / b);
                Check("%", a, b, b == 0 ? null : (Int128)a % b);
            }
        }

        static void Check(string op, long a, long b, Int128? exact)
        {
            Outcome outcome = TestRun.Do(Operator(op), a, b);
            FaultKind expected = exact is null ? FaultKind.DivisionByZero
                : exact > long.MaxValue || exact < long.MinValue ? FaultKind.Overflow : FaultKind.None;
            Assert.Equal(expected, outcome.Fault);
            if (expected == FaultKind.None)
                Assert.Equal((long)exact!, outcome.Object);
        }
    }

    [Fact]
    public void A_result_may_overwrite_an_operand()
    {
        Assert.Equal(2.5, TestRun.Do((ref RunContext run, out Value result) =>
        {
            result = 2;
            return Operators.Add(result, 0.5, ref run, out result);
        }).Object);
        Assert.Equal("a", TestRun.Do((ref RunContext run, out Value result) =>
        {
            result = Value.FromObject(new[] { "a" });
            return Items.Get(result, 0, ref run, out result);
        }).Object);
        Assert.Equal("bc", TestRun.Do((ref RunContext run, out Value result) =>
        {
            result = "abc";
            return Items.Slice(result, 1, default, default, 1, ref run, out result);
        }).Object);
    }

    private static Outcome Negate(object? value) =>
        TestRun.Do((ref RunContext run, out Value result) => Operators.Neg(Value.FromObject(value), ref run, out result));

    private static TestRun.Binary Operator(string op) => op switch
    {
        "+" => Operators.Add,
        "-" => Operators.Sub,
        "*" => Operators.Mul,
        "/" => Operators.Div,
        _ => Operators.Mod,
    };
}
