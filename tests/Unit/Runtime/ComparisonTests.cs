using System.Numerics;
using System.Text;
using HogTrace.Runtime;
using HogTrace.Tests.Conformance.Zoo;

namespace HogTrace.Tests.Unit.Runtime;

public sealed class ComparisonTests
{
    private const double TwoTo53 = 9007199254740992.0;

    [Flags]
    private enum Big : ulong
    {
        Zero = 0,
        Top = ulong.MaxValue,
    }

    public static TheoryData<object?, object?, bool> Equalities => new()
    {
        { null, null, true }, { null, DBNull.Value, true }, { null, 0, false }, { null, "", false }, { true, true, true },
        { true, 1, false }, { false, 0, false }, { true, false, false }, { 1, 1.0, true }, { 1, 1L, true }, { 1, 2, false },
        { "1", 1, false }, { "a", 'a', true }, { "a", "A", false }, { double.NaN, double.NaN, false }, { 0.0, -0.0, true }, { 0, -0.0, true },
        { (1L << 53) + 1, TwoTo53, false }, { 1L << 53, TwoTo53, true }, { long.MaxValue, 9223372036854775808.0, false },
        { long.MinValue, -9223372036854775808.0, true }, { 1, double.NaN, false }, { 1, double.PositiveInfinity, false },
        { 1, 1.0m, true }, { 1.5, 1.5m, true }, { 0.1, 0.1m, false }, { 1m, 1.00m, true }, { 0.5, 0.50000000000000000000m, true },
        { double.NaN, 1m, false }, { 9007199254740993m, TwoTo53, false }, { 1e300, decimal.MaxValue, false },
        { DayOfWeek.Monday, "Monday", true }, { "Monday", DayOfWeek.Monday, true }, { DayOfWeek.Monday, "monday", false }, { DayOfWeek.Monday, "1", false },
        { DayOfWeek.Monday, 1, true }, { 1, DayOfWeek.Monday, true }, { DayOfWeek.Monday, 1.0, false }, { DayOfWeek.Monday, DayOfWeek.Monday, true },
        { DayOfWeek.Monday, ConsoleColor.DarkBlue, false }, { Big.Top, -1, false }, { Big.Top, "Top", true },
        { DateTime.UnixEpoch, DateTime.UnixEpoch, true }, { new Uri("http://a/"), new Uri("http://a/"), true }, { Guid.Empty, Guid.Empty, true },
        { Guid.Empty, "00000000-0000-0000-0000-000000000000", false }, { ulong.MaxValue, ulong.MaxValue, true },
        { new BigInteger(5), new BigInteger(5), true }, { new Version(1, 2), new Version(1, 2), true },
        { new object(), new object(), false }, { new Explosive(), new Explosive(), false }, { new Explosive(), "x", false },
        { new[] { 1 }, new[] { 1 }, false },
    };

    [Theory]
    [MemberData(nameof(Equalities))]
    public void Equality(object? a, object? b, bool expected)
    {
        Value x = Value.FromObject(a), y = Value.FromObject(b);
        Assert.Equal(expected, Operators.AreEqual(x, y));
        Assert.Equal(expected, Operators.AreEqual(y, x));
        if (expected && x.Kind == y.Kind)
            Assert.Equal(x.GetHashCode(), y.GetHashCode());
    }

    [Fact]
    public void The_same_object_equals_itself()
    {
        var value = Value.FromObject(new Explosive());
        Assert.True(Operators.AreEqual(value, value));
        Assert.True(value.GetHashCode() == value.GetHashCode());
    }

    [Fact]
    public void Equal_numbers_hash_alike()
    {
        Assert.Equal(Value.FromInt(7).GetHashCode(), Value.FromFloat(7).GetHashCode());
        Assert.Equal(Value.FromInt(7).GetHashCode(), Value.FromObject(7.0m).GetHashCode());
        Assert.Equal(Value.FromFloat(-2.5).GetHashCode(), Value.FromObject(-2.50m).GetHashCode());
        Assert.True(Value.FromFloat(double.NaN).Equals(Value.FromFloat(double.NaN)));
    }

    /// <summary>Ascending; each is less than every later one of its group.</summary>
    public static TheoryData<object[]> Chains => new()
    {
        new object[] { double.NegativeInfinity, long.MinValue, -3, -2.5, -2, 0, 0.05m, 0.1m, 0.1, 1, 1.5m, 2, TwoTo53, (1L << 53) + 1, long.MaxValue, 9223372036854775808.0, decimal.MaxValue, double.MaxValue, double.PositiveInfinity },
        new object[] { "", "A", "a", "aa", "b", "\uD7FF", "\uE000", "\uFFFF", "\U00010000", "\U0001F600", "\U0001F601" },
        new object[] { DateTime.MinValue, DateTime.UnixEpoch, DateTime.MaxValue },
        new object[] { DateTimeOffset.MinValue, DateTimeOffset.MaxValue },
        new object[] { TimeSpan.FromSeconds(-1), TimeSpan.Zero, TimeSpan.FromDays(1) },
        new object[] { DateOnly.MinValue, DateOnly.MaxValue },
        new object[] { TimeOnly.MinValue, TimeOnly.MaxValue },
        new object[] { new Version(1, 2), new Version(1, 10), new Version(2, 0) },
        new object[] { Guid.Empty, Guid.AllBitsSet },
    };

    [Theory]
    [MemberData(nameof(Chains))]
    public void Order(object[] ascending)
    {
        for (int i = 0; i < ascending.Length; i++)
        {
            for (int j = 0; j < ascending.Length; j++)
            {
                object a = ascending[i], b = ascending[j];
                Assert.Equal(i < j, TestRun.Do(Operators.Lt, a, b).Object);
                Assert.Equal(i > j, TestRun.Do(Operators.Gt, a, b).Object);
                Assert.Equal(i <= j, TestRun.Do(Operators.Le, a, b).Object);
                Assert.Equal(i >= j, TestRun.Do(Operators.Ge, a, b).Object);
            }
        }
    }

    [Fact]
    public void Strings_order_as_their_code_points_do()
    {
        var random = new Random(5);
        int[] points = [0x41, 0xD7FF, 0xE000, 0xFFFD, 0x10000, 0x10FFFF];
        for (int i = 0; i < 2_000; i++)
        {
            string a = Make(random, points), b = Make(random, points);
            Assert.Equal(Math.Sign(Compare(a, b)), CodePointOrder.Compare(a, b));
        }

        static string Make(Random random, int[] points) =>
            string.Concat(Enumerable.Range(0, random.Next(5)).Select(_ => char.ConvertFromUtf32(points[random.Next(points.Length)])));

        static int Compare(string a, string b)
        {
            Rune[] x = [.. a.EnumerateRunes()], y = [.. b.EnumerateRunes()];
            for (int i = 0; i < Math.Min(x.Length, y.Length); i++)
            {
                if (x[i] != y[i])
                    return x[i].Value - y[i].Value;
            }

            return x.Length - y.Length;
        }
    }

    [Theory]
    [InlineData(1L)]
    [InlineData(1.0)]
    [InlineData(double.NaN)]
    public void NaN_compares_false(object other)
    {
        foreach ((object a, object b) in new (object, object)[] { (double.NaN, other), (other, double.NaN) })
        {
            Assert.Equal(false, TestRun.Do(Operators.Lt, a, b).Object);
            Assert.Equal(false, TestRun.Do(Operators.Gt, a, b).Object);
            Assert.Equal(false, TestRun.Do(Operators.Le, a, b).Object);
            Assert.Equal(false, TestRun.Do(Operators.Ge, a, b).Object);
        }

        Assert.Equal(false, TestRun.Do(Operators.Ge, double.NaN, 1m).Object);
    }

    public static TheoryData<object?, object?> Unordered => new()
    {
        { 1, "a" }, { null, null }, { true, false }, { 1, true }, { "a", null }, { new Explosive(), new Explosive() },
        { DateTime.UnixEpoch, DateTimeOffset.UnixEpoch }, { DayOfWeek.Monday, DayOfWeek.Friday }, { DayOfWeek.Monday, 2 },
        { new[] { 1 }, new[] { 2 } },
    };

    [Theory]
    [MemberData(nameof(Unordered))]
    public void Other_orders_fault(object? a, object? b)
    {
        foreach (TestRun.Order order in new TestRun.Order[] { Operators.Lt, Operators.Gt, Operators.Le, Operators.Ge })
        {
            Outcome outcome = TestRun.Do(order, a, b);
            Assert.Equal(FaultKind.TypeMismatch, outcome.Fault);
            Assert.Equal(false, outcome.Value.ToObject());
            Assert.StartsWith("can't compare ", outcome.Message, StringComparison.Ordinal);
        }
    }
}
