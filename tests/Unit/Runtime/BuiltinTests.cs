using System.Collections;
using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using HogTrace.Bytecode;
using HogTrace.Runtime;
using HogTrace.Tests.Conformance.Zoo;

namespace HogTrace.Tests.Unit.Runtime;

public sealed class BuiltinTests
{
    public static TheoryData<string, object?[], object?> Results => new()
    {
        { "len", ["héllo"], 5L }, { "len", ["\U0001F600"], 2L }, { "len", [new int[3, 4]], 12L }, { "len", [new List<int> { 1 }], 1L },
        { "len", [new HashSet<int> { 1, 2 }], 2L }, { "len", [(1, 2, 3)], 3L }, { "len", [new ArgumentTuple(1, 2)], 2L }, { "len", [ValueMapping.Empty], 0L },
        { "len", [new Hashtable { [1] = 2 }], 1L }, { "len", [new ExplosiveList()], 3L },
        { "str", [null], "None" }, { "str", [true], "True" }, { "str", [false], "False" }, { "str", [-5], "-5" }, { "str", [long.MinValue], "-9223372036854775808" },
        { "str", ["a"], "a" }, { "str", [1.50m], "1.50" }, { "str", [DayOfWeek.Monday], "Monday" }, { "str", [DateTime.UnixEpoch], "1970-01-01T00:00:00.0000000Z" },
        { "str", [TimeSpan.FromSeconds(1.5)], "00:00:01.5000000" }, { "str", [Guid.Empty], "00000000-0000-0000-0000-000000000000" }, { "str", [new Version(1, 2)], "1.2" },
        { "str", [new Uri("http://a/b")], "http://a/b" }, { "str", [ulong.MaxValue], "18446744073709551615" }, { "str", [new DateOnly(2024, 2, 29)], "2024-02-29" },
        { "str", [new Explosive()], "HogTrace.Tests.Conformance.Zoo.Explosive" }, { "str", [new InvalidOperationException("why")], "why" },
        { "int", ["42"], 42L }, { "int", [" -1_000\n"], -1000L }, { "int", ["+007"], 7L }, { "int", ["-9223372036854775808"], long.MinValue }, { "int", ["9223372036854775807"], long.MaxValue },
        { "int", [2.9], 2L }, { "int", [-2.9], -2L }, { "int", [true], 1L }, { "int", [false], 0L }, { "int", [5], 5L }, { "int", [-2.9m], -2L }, { "int", [DayOfWeek.Friday], 5L },
        { "int", [-9223372036854775808.0], long.MinValue }, { "int", [new BigInteger(7)], 7L },
        { "float", ["1.5"], 1.5 }, { "float", [" 1e3 "], 1000.0 }, { "float", ["-inf"], double.NegativeInfinity }, { "float", ["Infinity"], double.PositiveInfinity },
        { "float", ["nan"], double.NaN }, { "float", ["1_0.5"], 10.5 }, { "float", [".5"], 0.5 }, { "float", ["5."], 5.0 }, { "float", ["1e999"], double.PositiveInfinity },
        { "float", [2], 2.0 }, { "float", [true], 1.0 }, { "float", [1.5m], 1.5 }, { "float", [ulong.MaxValue], 18446744073709551615.0 },
        { "abs", [-5], 5L }, { "abs", [5], 5L }, { "abs", [-1.5], 1.5 }, { "abs", [-0.0], 0.0 }, { "abs", [-1.5m], 1.5m },
        { "min", [3, 1, 2], 1L }, { "max", [3, 1, 2], 3L }, { "min", [1, 1.0], 1L }, { "max", [1.5, 2m], 2m }, { "min", ["b", "a"], "a" }, { "max", [new[] { 1, 9, 4 }], 9L },
        { "min", [(2, 1.5)], 1.5 }, { "max", [new List<string> { "a", "b" }], "b" },
        { "lower", ["ÄbC"], "äbc" }, { "upper", ["äbC"], "ÄBC" }, { "startswith", ["abc", "ab"], true }, { "startswith", ["abc", "AB"], false }, { "startswith", ["a", ""], true },
        { "endswith", ["abc", "bc"], true }, { "endswith", ["abc", "b"], false }, { "contains", ["abc", "b"], true }, { "contains", ["abc", ""], true }, { "contains", ["abc", "B"], false },
        { "contains", [new[] { 1, 2 }, 2.0], true }, { "contains", [new[] { 1, 2 }, "2"], false }, { "contains", [new object?[] { null }, null], true },
        { "contains", [new Dictionary<string, int> { ["k"] = 1 }, "k"], true }, { "contains", [new Dictionary<string, int> { ["k"] = 1 }, 1], false },
        { "contains", [new HashSet<string> { "admin" }, "admin"], true }, { "contains", [new HashSet<int> { 1 }, "1"], false }, { "contains", [(DayOfWeek.Monday, 2), "Monday"], true },
        { "typename", [null], "None" }, { "typename", [true], "Bool" }, { "typename", [1], "Int" }, { "typename", [1f], "Float" }, { "typename", ['c'], "String" },
        { "typename", [new List<int>()], "System.Collections.Generic.List<System.Int32>" }, { "typename", [new Named()], "ValueError" }, { "typename", [1m], "System.Decimal" },
    };

    [Theory]
    [MemberData(nameof(Results))]
    public void Gives(string function, object?[] arguments, object? expected)
    {
        object? actual = TestRun.Call(FunctionTable.Find(function)!.Function, arguments).Object;
        Assert.Equal(expected, actual);
        Assert.Equal(expected!.GetType(), actual!.GetType());
    }

    public static TheoryData<string, object?[], FaultKind> Faults => new()
    {
        { "len", [5], FaultKind.TypeMismatch }, { "len", [null], FaultKind.TypeMismatch }, { "len", [Enumerable.Range(0, 3).Where(i => i > 0)], FaultKind.TypeMismatch },
        { "len", [new ExplosiveCount()], FaultKind.HostException }, { "str", [new ThrowingException()], FaultKind.HostException },
        { "int", [""], FaultKind.InvalidValue }, { "int", ["-"], FaultKind.InvalidValue }, { "int", ["1.5"], FaultKind.InvalidValue }, { "int", ["1__0"], FaultKind.InvalidValue },
        { "int", ["_1"], FaultKind.InvalidValue }, { "int", ["1_"], FaultKind.InvalidValue }, { "int", ["0x10"], FaultKind.InvalidValue }, { "int", ["+-1"], FaultKind.InvalidValue },
        { "int", ["9223372036854775808"], FaultKind.Overflow }, { "int", ["-9223372036854775809"], FaultKind.Overflow }, { "int", [new string('9', 500)], FaultKind.Overflow },
        { "int", [double.NaN], FaultKind.InvalidValue }, { "int", [double.PositiveInfinity], FaultKind.Overflow }, { "int", [9223372036854775808.0], FaultKind.Overflow },
        { "int", [decimal.MaxValue], FaultKind.Overflow }, { "int", [null], FaultKind.TypeMismatch }, { "int", [new object()], FaultKind.TypeMismatch }, { "int", [ulong.MaxValue], FaultKind.Overflow },
        { "float", ["x"], FaultKind.InvalidValue }, { "float", [""], FaultKind.InvalidValue }, { "float", ["1_.5"], FaultKind.InvalidValue }, { "float", ["1,5"], FaultKind.InvalidValue },
        { "float", ["e5"], FaultKind.InvalidValue }, { "float", ["(1)"], FaultKind.InvalidValue }, { "float", [null], FaultKind.TypeMismatch },
        { "abs", [long.MinValue], FaultKind.Overflow }, { "abs", ["a"], FaultKind.TypeMismatch }, { "abs", [true], FaultKind.TypeMismatch },
        { "min", [1, "a"], FaultKind.TypeMismatch }, { "max", [true, false], FaultKind.TypeMismatch }, { "min", [5], FaultKind.TypeMismatch }, { "min", [Array.Empty<int>()], FaultKind.InvalidValue },
        { "max", [new int[1_001]], FaultKind.LimitExceeded }, { "min", [new ExplosiveList()], FaultKind.HostException }, { "min", [new object?[] { null }], FaultKind.TypeMismatch },
        { "lower", [5], FaultKind.TypeMismatch }, { "upper", [null], FaultKind.TypeMismatch }, { "startswith", ["a", 1], FaultKind.TypeMismatch }, { "endswith", [null, "a"], FaultKind.TypeMismatch },
        { "contains", ["a", 1], FaultKind.TypeMismatch }, { "contains", [5, 5], FaultKind.TypeMismatch }, { "contains", [new object(), 1], FaultKind.TypeMismatch },
        { "contains", [new ExplosiveList(), 1], FaultKind.HostException }, { "contains", [new int[10_001], 1], FaultKind.LimitExceeded },
        { "contains", [new HashSet<string>(new ExplosiveComparer()) { "a" }, "b"], FaultKind.HostException },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Faults_with(string function, object?[] arguments, FaultKind fault) =>
        Assert.Equal(fault, TestRun.Call(FunctionTable.Find(function)!.Function, arguments).Fault);

    [Theory]
    [InlineData(0.0, "0.0")]
    [InlineData(-0.0, "-0.0")]
    [InlineData(1.0, "1.0")]
    [InlineData(0.1, "0.1")]
    [InlineData(-2.5, "-2.5")]
    [InlineData(1e15, "1000000000000000.0")]
    [InlineData(1.5e15, "1500000000000000.0")]
    [InlineData(-1234567890123456.5, "-1234567890123456.5")]
    [InlineData(9999999999999998.0, "9999999999999998.0")]
    [InlineData(1e16, "1e+16")]
    [InlineData(1.5e16, "1.5e+16")]
    [InlineData(1e100, "1e+100")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(0.00012345, "0.00012345")]
    [InlineData(0.00001, "1e-05")]
    [InlineData(5e-324, "5e-324")]
    [InlineData(-1.7976931348623157e308, "-1.7976931348623157e+308")]
    [InlineData(double.NaN, "nan")]
    [InlineData(double.PositiveInfinity, "inf")]
    [InlineData(double.NegativeInfinity, "-inf")]
    public void Floats_read_as_in_Python(double value, string expected)
    {
        Assert.Equal(expected, TestRun.Call(Function.Str, value).Object);
        Assert.Equal(value, double.Parse(expected.Replace("inf", "Infinity", StringComparison.Ordinal), CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Activity_ids_are_those_of_the_current_one()
    {
        Activity.Current = null;
        Assert.Null(TestRun.Call(Function.TraceId).Object);
        using Activity activity = new Activity("test").SetIdFormat(ActivityIdFormat.W3C).Start();
        Assert.Equal(activity.TraceId.ToString(), TestRun.Call(Function.TraceId).Object);
        Assert.Equal(activity.SpanId.ToString(), TestRun.Call(Function.SpanId).Object);
    }

    [Fact]
    public void Ambient_values()
    {
        Assert.Equal((long)Environment.CurrentManagedThreadId, TestRun.Call(Function.ThreadId).Object);
        Assert.InRange((double)TestRun.Call(Function.Rand).Object!, 0.0, 0.9999999999999999);
        Assert.InRange((double)TestRun.Call(Function.Timestamp).Object! - DateTimeOffset.UtcNow.ToUnixTimeSeconds(), -60, 60);
    }

    [Fact]
    public void Work_is_charged()
    {
        string text = new('x', 640);
        Assert.Equal(0, TestRun.Call(Function.Len, text).Touched);
        Assert.Equal(10, TestRun.Call(Function.Str, text).Touched);
        Assert.Equal(10, TestRun.Call(Function.Upper, text).Touched);
        Assert.Equal(1280, TestRun.Call(Function.Upper, text).Allocated);
        Assert.Equal(10, TestRun.Call(Function.StartsWith, "x", text).Touched);
        Assert.Equal(10, TestRun.Call(Function.Contains, text, "y").Touched);
        Assert.Equal(3, TestRun.Call(Function.Contains, new[] { 1, 2, 3, 4 }, 3).Touched);
        Assert.Equal(4, TestRun.Call(Function.Max, new[] { 1, 2, 3, 4 }).Touched);
        Assert.Equal(FaultKind.LimitExceeded, TestRun.Call(new RunLimits { StringUnits = 2 }, Function.Str, 100).Fault);
        Assert.Equal(FaultKind.LimitExceeded, TestRun.Call(Function.Contains, new string('a', 100_000), new string('a', 50_000) + "b").Fault);
    }

    private sealed class Named : Exception, ITypeNamed
    {
        public string TypeName => "ValueError";
    }

    private sealed class ThrowingException : Exception
    {
        public override string Message => throw new InvalidOperationException("message");
    }
}
