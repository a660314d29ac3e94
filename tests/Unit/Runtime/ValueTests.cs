using System.Collections;
using System.Numerics;
using HogTrace.Runtime;
using HogTrace.Tests.Conformance.Zoo;

namespace HogTrace.Tests.Unit.Runtime;

public sealed class ValueTests
{
    private enum Letter
    {
        A,
        Far = 1_000_000,
        Below = -1,
    }

    public static TheoryData<object?, ValueKind, object?> Conversions => new()
    {
        { null, ValueKind.None, null }, { DBNull.Value, ValueKind.None, null }, { true, ValueKind.Bool, true },
        { (byte)255, ValueKind.Int, 255L }, { (sbyte)-1, ValueKind.Int, -1L }, { (short)-2, ValueKind.Int, -2L }, { (ushort)65535, ValueKind.Int, 65535L },
        { -3, ValueKind.Int, -3L }, { uint.MaxValue, ValueKind.Int, 4294967295L }, { long.MinValue, ValueKind.Int, long.MinValue },
        { (ulong)long.MaxValue, ValueKind.Int, long.MaxValue }, { ulong.MaxValue, ValueKind.Object, ulong.MaxValue }, { (nint)5, ValueKind.Int, 5L },
        { (nuint)5, ValueKind.Int, 5L }, { nuint.MaxValue, ValueKind.Object, nuint.MaxValue }, { (Int128)5, ValueKind.Int, 5L },
        { Int128.MaxValue, ValueKind.Object, Int128.MaxValue }, { (UInt128)5, ValueKind.Int, 5L }, { UInt128.MaxValue, ValueKind.Object, UInt128.MaxValue },
        { 1.5f, ValueKind.Float, 1.5 }, { 1.5, ValueKind.Float, 1.5 }, { (Half)1.5, ValueKind.Float, 1.5 }, { 'x', ValueKind.String, "x" }, { '\uD800', ValueKind.String, "\uD800" },
        { "s", ValueKind.String, "s" }, { 1.5m, ValueKind.Object, 1.5m }, { DayOfWeek.Monday, ValueKind.Object, DayOfWeek.Monday },
        { DateTime.UnixEpoch, ValueKind.Object, DateTime.UnixEpoch }, { typeof(int), ValueKind.Object, typeof(int) }, { BigInteger.One, ValueKind.Object, BigInteger.One },
        { (int?)5, ValueKind.Int, 5L }, { Value.FromInt(4), ValueKind.Int, 4L },
    };

    [Theory]
    [MemberData(nameof(Conversions))]
    public void Host_objects_become_their_kind(object? host, ValueKind kind, object? back)
    {
        var value = Value.FromObject(host);
        Assert.Equal(kind, value.Kind);
        Assert.Equal(back, value.ToObject());
        Assert.Equal(kind, Value.From(host).Kind);
    }

    [Fact]
    public void Static_types_become_the_same_as_objects_do()
    {
        Same(true, false);
        Same((byte)200, byte.MinValue);
        Same((sbyte)-5, sbyte.MinValue);
        Same((short)-5, short.MinValue);
        Same((ushort)5, ushort.MaxValue);
        Same(-5, int.MinValue);
        Same(5u, uint.MaxValue);
        Same(-5L, long.MaxValue);
        Same(5ul, ulong.MaxValue);
        Same((nint)(-5), nint.MaxValue);
        Same((nuint)5, nuint.MaxValue);
        Same((Int128)5, Int128.MaxValue);
        Same((UInt128)5, UInt128.MaxValue);
        Same(1.5f, float.NaN);
        Same(1.5, double.NegativeInfinity);
        Same((Half)1.5, Half.NaN);
        Same('a', '\uFFFF');
        Same(1.5m, decimal.MaxValue);
        Same<string?>("a", null);
        Same<object?>("a", null);
        Same<object?>(5, DBNull.Value);
        Same<IComparable>(5, "a");
        Same<ValueType>(5, 'c');
        Same<Enum>(DayOfWeek.Monday, Letter.A);
        Same(DayOfWeek.Monday, (DayOfWeek)63);
        Same(Letter.Far, Letter.Below);
        Same<int?>(5, null);
        Same<long?>(5, null);
        Same<double?>(5, null);
        Same<bool?>(true, null);
        Same<byte?>(5, null);
        Same<char?>('c', null);
        Same<decimal?>(5, null);
        Same<DayOfWeek?>(DayOfWeek.Friday, null);
        Same(Guid.Empty, Guid.AllBitsSet);
        Same(Value.FromInt(5), Value.None);
        Same<DBNull?>(DBNull.Value, null);

        static void Same<T>(T first, T second)
        {
            foreach (T item in new[] { first, second })
            {
                Value actual = Value.From(item), expected = Value.FromObject(item);
                Assert.Equal(expected.Kind, actual.Kind);
                Assert.Equal(expected.ToObject(), actual.ToObject());
            }
        }
    }

    public static TheoryData<object?, bool> Truths => new()
    {
        { null, false }, { false, false }, { true, true }, { 0, false }, { -1, true }, { 0.0, false }, { -0.0, false }, { double.NaN, false },
        { 0.1, true }, { "", false }, { "0", true }, { 0m, false }, { 0.1m, true }, { new object(), true }, { Array.Empty<int>(), false }, { new[] { 0 }, true },
        { new int[0, 3], false }, { new List<int>(), false }, { new HashSet<int>(), false }, { new Queue<int>(), false }, { new Dictionary<int, int>(), false },
        { new Hashtable(), false }, { ValueTuple.Create(), false }, { (1, 2), true }, { ArgumentTuple.Empty, false }, { new ArgumentTuple(1), true },
        { ValueMapping.Empty, false }, { Enumerable.Range(0, 10).Where(i => i > 100), true }, { new ExplosiveCount(), true }, { new Explosive(), true },
        { (DayOfWeek)0, true }, { TimeSpan.Zero, true },
    };

    [Theory]
    [MemberData(nameof(Truths))]
    public void Truth(object? host, bool expected) => Assert.Equal(expected, Value.FromObject(host).IsTrue);

    [Fact]
    public void Accessors_and_conversions()
    {
        Value[] values = [true, 5, 5L, 1.5, "s", (string?)null];
        Assert.Equal([ValueKind.Bool, ValueKind.Int, ValueKind.Int, ValueKind.Float, ValueKind.String, ValueKind.None], values.Select(v => v.Kind));
        Assert.True(values[0].TryGetBool(out bool flag) && flag);
        Assert.True(values[1].TryGetInt(out long number) && number == 5);
        Assert.True(values[3].TryGetFloat(out double real) && real == 1.5);
        Assert.True(values[4].TryGetString(out string? text) && text == "s");
        Assert.False(values[1].TryGetFloat(out _) || values[1].TryGetBool(out _) || values[4].TryGetInt(out _) || values[0].TryGetString(out _));
    }

    [Fact]
    public void Small_enum_constants_share_a_box() =>
        Assert.Same(Value.From(DayOfWeek.Friday).ToObject(), Value.From(DayOfWeek.Friday).ToObject());

    [Fact]
    public void ToString_runs_no_host_code()
    {
        Assert.Equal("HogTrace.Tests.Conformance.Zoo.Explosive", Value.FromObject(new Explosive()).ToString());
        Assert.Equal("None", Value.None.ToString());
        Assert.Equal("1.0", Value.FromFloat(1).ToString());
    }

    [Fact]
    public void Type_names_read_like_source()
    {
        Assert.Equal("System.Collections.Generic.Dictionary<System.String, System.Int32[]>", TypeNames.Of(typeof(Dictionary<string, int[]>)));
        Assert.Equal("System.Collections.Generic.Dictionary<System.String, System.Int32>.KeyCollection", TypeNames.Of(typeof(Dictionary<string, int>.KeyCollection)));
        Type deep = typeof(int);
        for (int i = 0; i < 100; i++)
            deep = typeof(List<>).MakeGenericType(deep);
        Assert.InRange(TypeNames.Of(deep).Length, 1, 400);
    }
}
